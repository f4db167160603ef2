using System.Diagnostics;
using SupplierEsg.Application.Questionnaires.Importing;
using SupplierEsg.Domain;
using SupplierEsg.UnitTests.Excel;

namespace SupplierEsg.UnitTests.Questionnaires.Importing;

/// <summary>Forms and odd workbooks that others made, each imported or refused for the right reason.</summary>
public sealed class SharedFormsTests
{
    [Fact]
    public void A_form_in_capitals_is_read_and_its_unknown_types_refused()
    {
        var reading = Import("xlsform/case_insensitivity.xlsx");
        Places(reading).ShouldBe(["SURVEY A3 TYPE", "SURVEY A4 TYPE"]);
        reading.Faults[0].Message.ShouldStartWith("The type \"select_one_external c1\" is not supported; write one of: text, integer,");
        reading.Notices.ShouldContain(n => n.Code == "questionnaire.notice.choice-filter");
    }

    [Fact]
    public void Doubled_choices_are_refused_even_where_the_form_allows_them()
    {
        var reading = Import("xlsform/choice_filter_test.xlsx");
        Places(reading).ShouldBe(["choices B6 name"]);
        reading.Faults[0].Message.ShouldBe("There is another choice named king in the list before this one. allow_choice_duplicates is not supported; give each choice its own name.");
    }

    [Fact]
    public void Doubled_columns_are_refused_beside_everything_else()
    {
        var reading = Import("xlsform/duplicate_columns.xlsx");
        Places(reading).ShouldBe(["survey E1 label", "survey A16 type", "survey A33 type", "survey A34 type", "survey A35 type", "survey A36 type", "survey A38 type", "survey A39 type"]);
        reading.Faults[0].Message.ShouldBe("The heading \"label\" means the same column as \"label\" in column D. Keep one of the two, and delete or rename the other.");
    }

    [Fact]
    public void Or_other_is_refused_with_what_to_write_instead() =>
        Import("xlsform/or_other.xlsx").Faults.ShouldHaveSingleItem().Message.ShouldBe(
            "\"or_other\" is not supported in \"select_one colors or_other\"; add a choice \"other\" to the list, and below the question a text whose relevant is selected(${fav_color}, 'other').");

    [Fact]
    public void The_only_sheet_is_taken_for_the_survey()
    {
        var reading = Import("xlsform/survey_no_name.xlsx");
        reading.Definition.ShouldNotBeNull().FormId.ShouldBe("survey_no_name");
        reading.Definition.Themes.ShouldHaveSingleItem().Questions.ShouldHaveSingleItem().Label.In("en").ShouldBe("The State");
        reading.Notices.ShouldContain(n => n.Code == "questionnaire.notice.survey-sheet");
    }

    [Fact]
    public void A_form_with_formulas_is_read_by_their_stored_values()
    {
        var reading = Import("xlsform/xl_date_ambiguous.xlsx");
        var questions = reading.Definition.ShouldNotBeNull().Themes.ShouldHaveSingleItem().Questions;
        questions.Select(q => q.Name).ShouldBe(["name1", "name2", "name3", "names"]);
        questions[2].Relevant.ShouldBe("0");
        reading.Definition.Languages.ShouldBe([new("en", "English")]);
        reading.Notices.Select(n => n.Code).ShouldContain("questionnaire.notice.placeholders");
    }

    [Fact]
    public void An_old_workbook_is_to_be_saved_as_xlsx()
    {
        var file = SharedData.Read("xlsform/blank_second_row.xls");
        Should.Throw<RuleBroken>(() => Reading.Read(file, "blank_second_row.xls")).Code.ShouldBe("workbook.old-xls");
    }

    [Fact]
    public void Every_odd_workbook_is_refused_plainly_and_soon()
    {
        var folder = Path.GetDirectoryName(SharedData.Find("odd-workbooks/1904.xlsx"));
        Assert.SkipWhen(folder is null, "../shared/data/odd-workbooks is not on this machine.");
        foreach (var file in Directory.GetFiles(folder!))
        {
            var clock = Stopwatch.StartNew();
            try
            {
                var reading = QuestionnaireImport.Read(Reading.Read(File.ReadAllBytes(file), Path.GetFileName(file)));
                reading.Faults.ShouldHaveSingleItem().Message.ShouldStartWith("The workbook has no sheet named survey, so it holds no questionnaire. Its sheets: ", customMessage: file);
            }
            catch (RuleBroken refusal)
            {
                refusal.Code.ShouldStartWith("workbook.", customMessage: file);
            }
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10), file);
        }
    }

    private static WorkbookReading Import(string path) => QuestionnaireImport.Read(Reading.Read(SharedData.Read(path), Path.GetFileName(path)));

    private static string[] Places(WorkbookReading reading) => [.. reading.Faults.Select(f => $"{f.Sheet} {f.Column}{f.Row} {f.Heading}")];
}
