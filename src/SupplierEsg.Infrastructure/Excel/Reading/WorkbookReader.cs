using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <inheritdoc cref="IWorkbookReader"/>
internal sealed class WorkbookReader : IWorkbookReader
{
    private const int LongestName = 120;

    public ForeignWorkbook Read(
        Stream content,
        string fileName,
        WorkbookLimits? limits = null,
        bool includeHidden = false,
        CancellationToken cancellationToken = default)
    {
        if (!content.CanSeek)
            throw new ArgumentException("The stream must be able to seek.", nameof(content));
        var budget = new ReadingBudget(Shown(fileName), limits ?? WorkbookLimits.Questionnaire, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (content.Length > budget.Limits.FileBytes)
            throw WorkbookRefusal.TooLarge(budget.FileName, content.Length, budget.Limits.FileBytes);
        if (FileKind.Refusal(content, budget.FileName) is { } refusal)
            throw refusal;
        using var package = Package.Open(content, budget);
        try
        {
            return Read(package, budget, includeHidden);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or FormatException or OverflowException or ArgumentException)
        {
            throw WorkbookRefusal.Damaged(budget.FileName);
        }
    }

    private static ForeignWorkbook Read(Package package, ReadingBudget budget, bool includeHidden)
    {
        var notices = new List<WorkbookNotice>();
        if (ContentKind.MayHoldMacros(package, budget.FileName))
            notices.Add(WorkbookNotice.Macros());
        var path = Relationships.Of(package, "").Find(r => r.Kind == "officeDocument")?.Part
            ?? throw WorkbookRefusal.Damaged(budget.FileName);
        var relations = Relationships.Of(package, path);
        if (relations.Exists(r => r.Kind is "externalLink" or "connections"))
            notices.Add(WorkbookNotice.OutsideData());
        var workbook = ReadPart(package, path, reader => WorkbookPart.Read(reader, budget));
        var chosen = Chosen(workbook, relations, budget, includeHidden, notices);
        var context = Context(package, relations, workbook, budget);
        var sheets = chosen.ConvertAll(c => ReadSheet(package, c.Entry, c.Part, context, notices));
        return new ForeignWorkbook(budget.FileName, sheets, DefinedNames.Of(workbook, notices), notices);
    }

    /// <summary>The sheets to read, with their parts; the others become notices.</summary>
    private static List<(SheetEntry Entry, string Part)> Chosen(
        WorkbookPart workbook, List<Relationship> relations, ReadingBudget budget, bool includeHidden, List<WorkbookNotice> notices)
    {
        var chosen = new List<(SheetEntry, string)>();
        var hidden = 0;
        foreach (var sheet in workbook.Sheets)
        {
            var relation = relations.Find(r => r.Id == sheet.RelationshipId);
            if (relation is null || (relation.Kind == "worksheet" && relation.Part is null))
                throw WorkbookRefusal.Damaged(budget.FileName);
            if (relation.Kind != "worksheet")
                notices.Add(WorkbookNotice.NoCells(sheet.Name));
            else if (sheet.IsHidden && !includeHidden)
            {
                hidden++;
                notices.Add(WorkbookNotice.HiddenSheet(sheet.Name));
            }
            else
                chosen.Add((sheet, relation.Part!));
        }
        if (chosen.Count == 0)
            throw hidden > 0 ? WorkbookRefusal.AllSheetsHidden(budget.FileName) : WorkbookRefusal.NoSheets(budget.FileName);
        return chosen;
    }

    private static SheetContext Context(Package package, List<Relationship> relations, WorkbookPart workbook, ReadingBudget budget)
    {
        var texts = relations.Find(r => r.Kind == "sharedStrings")?.Part is { } textPart
            ? ReadPart(package, textPart, reader => SharedTexts.Read(reader, budget))
            : [];
        var styles = relations.Find(r => r.Kind == "styles")?.Part is { } stylePart
            ? ReadPart(package, stylePart, CellStyles.Read)
            : CellStyles.None;
        return new SheetContext(texts, styles, workbook.Date1904, budget);
    }

    private static ForeignSheet ReadSheet(Package package, SheetEntry entry, string part, SheetContext context, List<WorkbookNotice> notices) =>
        ReadPart(package, part, reader =>
        {
            var sheet = new SheetReader(reader, entry.Name, context);
            var rows = sheet.Read();
            if (sheet.FormulasWithoutValue > 0)
                notices.Add(WorkbookNotice.FormulasWithoutValue(sheet.FormulasWithoutValue, entry.Name, sheet.FirstFormulaWithoutValue));
            return new ForeignSheet(entry.Name, entry.IsHidden, rows);
        });

    private static T ReadPart<T>(Package package, string part, Func<PartReader, T> read)
    {
        using var reader = package.Reader(part, OoxmlNames.Main);
        return read(reader);
    }

    /// <summary>The file's name as it can stand in a message: without folders and control characters, and not too long.</summary>
    private static string Shown(string fileName)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        name = new string([.. name.Where(c => !char.IsControl(c))]);
        return name.Length <= LongestName ? name : name[..LongestName] + "…";
    }
}
