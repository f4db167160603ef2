using SupplierEsg.Application.Workbooks;

namespace SupplierEsg.Application.Tenders;

/// <summary>Writes an evaluation as a workbook whose formulas lead from marks and prices to the rank.</summary>
public interface IEvaluationWorkbook
{
    byte[] Write(EvaluationReport report, WorkbookEdition edition);
}
