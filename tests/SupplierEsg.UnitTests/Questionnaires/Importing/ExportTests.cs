using ClosedXML.Excel;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Excel.Questionnaires;

namespace SupplierEsg.UnitTests.Questionnaires.Importing;

/// <summary>What an exported workbook offers its author besides its content.</summary>
public sealed class ExportTests
{
    private static readonly XLWorkbook Workbook = new(new MemoryStream(
        new QuestionnaireWorkbooks(new Texts()).Write(QuestionnaireJson.ReadStored(ShippedQuestionnaires.Json(ShippedQuestionnaires.Default)))));

    [Fact]
    public void The_sheets_are_those_of_XLSForm_and_a_guide() =>
        Workbook.Worksheets.Select(s => s.Name).ShouldBe(["survey", "choices", "settings", "guide"]);

    [Fact]
    public void Headings_and_names_stay_in_sight() =>
        Workbook.Worksheet("survey").SheetView.ShouldSatisfyAllConditions(v => v.SplitRow.ShouldBe(1), v => v.SplitColumn.ShouldBe(2));

    [Fact]
    public void Words_are_offered_to_choose_from()
    {
        var rules = Workbook.Worksheet("survey").DataValidations.Select(v => v.Value).ToList();
        rules.ShouldContain("\"policy,action,result\"");
        rules.ShouldContain("\"yes,no\"");
        rules.ShouldContain(v => v.Contains("guide!$F$2"));
        var types = Workbook.Worksheet("guide").Column(6).CellsUsed().Select(c => c.GetString()).ToList();
        types.ShouldContain("select_one yes_no");
        types.ShouldContain("begin_group");
    }

    [Fact]
    public void Texts_are_text_cells_and_weights_are_numbers()
    {
        var survey = Workbook.Worksheet("survey");
        survey.CellsUsed().ShouldAllBe(c => !c.HasFormula);
        var headings = survey.Row(1).CellsUsed().ToDictionary(c => c.GetString(), c => c.Address.ColumnNumber);
        survey.Column(headings["weight"]).CellsUsed().Skip(1).ShouldAllBe(c => c.DataType == XLDataType.Number);
        survey.Column(headings["label::中文 (zh)"]).CellsUsed().Count().ShouldBeGreaterThan(80);
        survey.Column(headings["relevant"]).Style.NumberFormat.Format.ShouldBe("@");
    }

    [Fact]
    public void The_guide_says_everything_in_both_languages()
    {
        var guide = Workbook.Worksheet("guide");
        foreach (var row in guide.RowsUsed().Skip(1).Where(r => !r.Cell(3).IsEmpty()))
            row.Cell(4).GetString().ShouldNotBe(row.Cell(3).GetString());
    }
}
