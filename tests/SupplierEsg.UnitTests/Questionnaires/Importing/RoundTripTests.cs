using CsCheck;
using SupplierEsg.Application.Questionnaires.Importing;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Excel.Questionnaires;
using SupplierEsg.UnitTests.Excel;

namespace SupplierEsg.UnitTests.Questionnaires.Importing;

/// <summary>What is exported imports to the same questionnaire.</summary>
public sealed class RoundTripTests
{
    private static readonly QuestionnaireWorkbooks Workbooks = new(new Texts());

    [Theory]
    [InlineData(ShippedQuestionnaires.Default)]
    [InlineData(ShippedQuestionnaires.Micro)]
    public void A_shipped_questionnaire_comes_back_as_it_is(string formId)
    {
        var reading = Import(Workbooks.Write(QuestionnaireJson.ReadStored(ShippedQuestionnaires.Json(formId))));
        reading.Faults.ShouldBeEmpty();
        reading.Notices.ShouldBeEmpty();
        QuestionnaireJson.Write(reading.Definition!, indented: true)
            .ShouldBe(QuestionnaireJson.Write(QuestionnaireJson.ReadStored(ShippedQuestionnaires.Json(formId)), indented: true));
    }

    [Fact]
    public void Any_questionnaire_comes_back_as_it_is() => GeneratedQuestionnaires.All.Sample(
        definition =>
        {
            var reading = Import(Workbooks.Write(definition));
            reading.Faults.Select(f => f.ToString()).ShouldBeEmpty();
            Lines(reading.Definition!).Except(Lines(definition)).ShouldBeEmpty();
            QuestionnaireJson.Write(reading.Definition!).ShouldBe(QuestionnaireJson.Write(definition));
        },
        iter: 60,
        threads: 1);

    private static string[] Lines(QuestionnaireDefinition definition) => QuestionnaireJson.Write(definition, indented: true).Split('\n');

    private static WorkbookReading Import(byte[] workbook) => QuestionnaireImport.Read(Reading.Read(workbook, "export.xlsx"));
}
