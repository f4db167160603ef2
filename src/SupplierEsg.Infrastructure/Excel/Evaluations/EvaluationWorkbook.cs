using SupplierEsg.Application.Common;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>An evaluation to follow, to check and to try other weights on: formulas from marks and prices to the rank.</summary>
internal sealed class EvaluationWorkbook(ITexts texts) : IEvaluationWorkbook
{
    public byte[] Write(EvaluationReport report, WorkbookEdition edition)
    {
        var content = new EvaluationContent(texts, report, edition);
        using var workbook = HouseStyle.NewWorkbook(content.Say("Evaluation of bids: {0}", report.Title));
        workbook.Properties.Author = edition.MadeBy;
        workbook.Properties.Company = "SupplierEsg";
        workbook.Properties.Created = edition.MadeAt;
        workbook.FullCalculationOnLoad = true;
        // Sheets are added in the order of reading and written in that of computing.
        var ranking = new RankingSheet(workbook, content);
        var matrix = new MatrixSheet(workbook, content);
        var marks = new MarksSheet(workbook, content);
        var prices = new PricesSheet(workbook, content);
        var stability = new StabilitySheet(workbook, content, matrix);
        marks.Write();
        prices.Write();
        matrix.Write(marks, prices);
        stability.Write();
        ranking.Write(matrix, prices, [matrix.Sheet, marks.Sheet, prices.Sheet, stability.Sheet]);
        OpeningSheet.Add(workbook, content);
        RulesSheet.Add(workbook, content);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        StoredResults.PutInto(stream, [ranking.Sheet, matrix.Sheet, marks.Sheet, prices.Sheet, stability.Sheet]);
        return stream.ToArray();
    }
}
