using SupplierEsg.Domain;

namespace SupplierEsg.Application.Workbooks;

/// <summary>The one door through which a workbook that somebody else made comes in.</summary>
public interface IWorkbookReader
{
    /// <summary>
    /// Judges the file by its content, whatever its name, and reads its cells. Nothing in the file is run, opened or
    /// followed; stored values of formulas are taken.
    /// </summary>
    /// <param name="content">A stream that can seek; it is read from its start and left open.</param>
    /// <param name="fileName">The name people know the file by; used in messages only.</param>
    /// <param name="limits">How much is read before the file is refused; those of a questionnaire by default.</param>
    /// <param name="includeHidden">Whether hidden sheets are read too; if not, a notice names each.</param>
    /// <exception cref="RuleBroken">The file is refused; the codes are those of <see cref="WorkbookRefusal"/>.</exception>
    ForeignWorkbook Read(
        Stream content,
        string fileName,
        WorkbookLimits? limits = null,
        bool includeHidden = false,
        CancellationToken cancellationToken = default);
}
