using SupplierEsg.Application.Questionnaires.Importing;
using SupplierEsg.Application.Workbooks;

namespace SupplierEsg.UnitTests.Questionnaires.Importing;

/// <summary>What a workbook is refused for, with the cell each fault stands in.</summary>
public sealed class ImportFaultsTests
{
    [Fact]
    public void An_unknown_type_is_refused_with_the_supported_ones() =>
        FormWorkbook.Survey("type|name|label", "geopoint|place|Where?").Faults().ShouldBe(
        [
            "survey A2: The type \"geopoint\" is not supported; write one of: text, integer, decimal, range, select_one LIST, select_multiple LIST, acknowledge, date, file, image, note, calculate, begin_group, end_group.",
        ]);

    [Fact]
    public void A_repeat_is_refused_once_and_what_is_in_it_judged_all_the_same() =>
        FormWorkbook.Survey("type|name|label", "begin repeat|r|Sites", "text|q|Site?", "barcode|b|Code?", "end repeat")
            .Faults().Select(f => f[..11]).ShouldBe(["survey A2: ", "survey A4: "]);

    [Fact]
    public void A_reference_to_a_question_of_an_unknown_type_is_not_called_wrong_as_well() =>
        FormWorkbook.Survey("type|name|label|relevant", "audio|sound|Sound|", "text|q|Which?|${sound} != ''").Faults().Length.ShouldBe(1);

    [Theory]
    [InlineData("select_one nowhere", "There is no list \"nowhere\" on the sheet choices; add it, or name one of these: yes_no.")]
    [InlineData("select_one", "The type names no list; write it as select_one LIST, with the name of a list on the sheet choices.")]
    [InlineData("select_multiple yes_no randomly", "After the list nothing follows in a type; remove \"randomly\". The name of a list has no blanks.")]
    public void A_select_names_a_list_that_exists(string type, string message) =>
        FormWorkbook.Survey("type|name|label", $"{type}|q|Question?").Faults().ShouldBe([$"survey A2: {message}"]);

    [Fact]
    public void A_select_without_a_sheet_of_choices_says_so() =>
        new FormWorkbook().Sheet("survey", "type|name|label", "select_one yes_no|q|Question?").Faults()
            .ShouldBe(["survey A2: There is no list \"yes_no\": the workbook has no sheet choices. Add it, with the columns list_name, name and label."]);

    [Fact]
    public void Groups_are_closed_and_opened_in_pairs()
    {
        FormWorkbook.Survey("type|name|label", "begin_group|a|A", "text|q|Question?").Faults()
            .ShouldBe(["survey A2: The group \"a\" is not closed; add a row end_group where it ends."]);
        FormWorkbook.Survey("type|name|label", "text|q|Question?", "end_group").Faults()
            .ShouldBe(["survey A3: There is no open group to close here; remove the row, or add begin_group where the group starts."]);
        FormWorkbook.Survey("type|name|label", "begin_group|a|A", "text|q|Question?", "end_group", "end_group").Faults().Length.ShouldBe(1);
    }

    [Fact]
    public void A_group_within_a_group_has_no_pillar_and_no_weight() =>
        FormWorkbook.Survey("type|name|label|pillar|weight", "begin_group|t|Theme|E|2", "begin_group|g|Group|E|0", "text|q|Question?||", "end_group", "end_group").Faults().ShouldBe(
        [
            "survey D3: A group within a group has no pillar: only top-level groups are themes. Clear the cell, or move the group out.",
            "survey E3: A group within a group has no weight: only top-level groups are themes. Clear the cell, or move the group out.",
        ]);

    [Fact]
    public void A_theme_with_scored_questions_needs_a_pillar()
    {
        FormWorkbook.Survey("type|name|label|weight", "begin_group|t|Theme|", "select_one yes_no|q|Question?|1", "end_group").Faults()
            .ShouldBe(["survey (pillar)2: The theme has scored questions but no pillar; give E, S or G."]);
        FormWorkbook.Survey("type|name|label|weight", "select_one yes_no|q|Question?|1").Settings("form_id|pillar", "f|").Faults()
            .ShouldBe(["settings B2: The theme has scored questions but no pillar; give E, S or G."]);
        FormWorkbook.Survey("type|name|label|weight|pillar", "begin_group|t|Theme||X", "select_one yes_no|q|Question?|1|", "end_group").Faults()
            .ShouldBe(["survey E2: \"X\" is none of the possible words; write one of: E, S, G."]);
    }

    [Theory]
    [InlineData("required", "perhaps", "\"perhaps\" is neither yes nor no; write yes or no.")]
    [InlineData("allow_na", "2", "\"2\" is neither yes nor no; write yes or no.")]
    [InlineData("weight", "1,5", "\"1,5\" is not a number as it is written here; write digits with a point for decimals, such as 12.5.")]
    [InlineData("weight", "1e400", "\"1e400\" is not a number as it is written here; write digits with a point for decimals, such as 12.5.")]
    [InlineData("weight", "-1", "A weight is 0 or above, not -1.")]
    [InlineData("layer", "plan", "\"plan\" is none of the possible words; write one of: policy, action, result.")]
    [InlineData("evidence", "maybe", "\"maybe\" is none of the possible words; write one of: none, optional, required.")]
    [InlineData("gate_effect", "warn", "\"warn\" is none of the possible words; write one of: fail, conditional.")]
    [InlineData("score", "ladder 0=0", "\"ladder\" is no way of scoring; write step or linear with pairs of a value and its points, such as \"step 0=0; 80=60; 95=100\", or valid for a date.")]
    [InlineData("score", "step", "There are 0 pairs of a value and its points; write 1 to 1000 of them, such as \"step 0=0; 80=60; 95=100\".")]
    [InlineData("score", "step 0=0, 80=60", "\"0=0, 80=60\" is no pair of a value and its points; write it as 80=60, a point for decimals and ; between the pairs.")]
    [InlineData("score", "valid", "A number is scored by the mode step or linear, not by valid.")]
    [InlineData("score", "step 0=0; 80=101", "The points of a rule lie between 0 and 100, not at 101.")]
    [InlineData("score", "linear 5=0; 0=100", "The values of a rule rise from pair to pair; 0 doesn't come after 5.")]
    [InlineData("parameters", "start=0 end=x", "\"start=0 end=x\" are no parameters of a range; write them as start=0 end=10 step=1.")]
    [InlineData("parameters", "start=5 end=1", "A range starts below its end; 5 isn't below 1.")]
    [InlineData("gate", ". >", "*")]
    [InlineData("relevant", "${later} = 1", "There is no question later; refer to an earlier question by its name. (Character 1 of the expression.)")]
    public void A_cell_is_told_with_what_would_be_right(string column, string value, string message)
    {
        var fault = FormWorkbook.Survey($"type|name|label|{column}", $"range|q|Question?|{value}").Faults().ShouldHaveSingleItem();
        fault.ShouldStartWith("survey D2: ");
        if (message != "*")
            fault.ShouldBe($"survey D2: {message}");
    }

    [Theory]
    [InlineData("evidence_credit", "pending=half", "\"pending=half\" is no name with its number; write them as pending=0.5; missing=0, with a point for decimals.")]
    [InlineData("evidence_credit", "lost=1", "\"lost\" is none of the possible words; write one of: missing, pending, accepted, rejected, expired.")]
    [InlineData("evidence_credit", "pending=2", "A credit lies between 0 and 1, not at 2.")]
    [InlineData("layers", "policy=1; policy=2", "\"policy\" is given twice; keep one.")]
    [InlineData("bands", "A=80; B=80", "The bands A and B have one minimum, 80; give each its own.")]
    [InlineData("minimum_overall", "200", "A minimum lies between 0 and 100, not at 200.")]
    [InlineData("minimum_s", "low", "\"low\" is not a number as it is written here; write digits with a point for decimals, such as 12.5.")]
    [InlineData("valid_months", "0", "A scorecard is valid for a whole number of months from 1 to 1200, not for 0.")]
    public void Settings_are_judged_too(string column, string value, string message) =>
        FormWorkbook.Survey("type|name|label", "text|q|Question?").Settings($"form_id|{column}", $"form|{value}").Faults().ShouldBe([$"settings B2: {message}"]);

    [Fact]
    public void Choices_are_judged_once_however_many_questions_use_them() =>
        FormWorkbook.Survey("type|name|label", "select_one l|q1|One?", "select_one l|q2|Two?").Sheet("choices", "list_name|name|label|points", "l|a|A|101", "l|b c|B|", "l|a|Again|", "|d|D|").Faults().ShouldBe(
        [
            "choices D2: The points of a choice lie between 0 and 100 here, not at 101.",
            "choices B3: \"b c\" is no name; a name has at most 200 letters, digits, _, - and . only.",
            "choices B4: There is another choice named a before this one; give each its own name.",
            "choices A5: The choice belongs to no list; write the list's name.",
        ]);

    [Fact]
    public void Names_are_unique_and_made_of_letters() =>
        FormWorkbook.Survey("type|name|label", "text|a b|One?", "text|q|Two?", "text|q|Three?", "text||Four?").Faults().ShouldBe(
        [
            "survey B2: \"a b\" is no name; a name has at most 200 letters, digits, _, - and . only.",
            "survey B4: There is another question named q before this one; give each its own name.",
            "survey B5: The question has no name; give one of letters, digits, _, - and . only.",
        ]);

    [Fact]
    public void Two_columns_of_one_meaning_are_refused() =>
        FormWorkbook.Survey("type|name|label::English (en)|label::en|relevant|Relevance", "text|q|Question?").Faults().ShouldBe(
        [
            "survey D1: The heading \"label::en\" means the same column as \"label::English (en)\" in column C. Keep one of the two, and delete or rename the other.",
            "survey F1: The heading \"Relevance\" means the same column as \"relevant\" in column E. Keep one of the two, and delete or rename the other.",
        ]);

    [Fact]
    public void Missing_sheets_and_columns_are_told_once()
    {
        new FormWorkbook().Sheet("Tabelle1", "a|b", "1|2").Faults().ShouldHaveSingleItem().ShouldContain("no sheet named survey");
        new FormWorkbook().Sheet("survey", "type|label", "text|One?", "text|Two?").Faults().ShouldBe(["survey (name): The sheet has no column name; add it, its heading in the first row."]);
        FormWorkbook.Survey("type|name|label", "select_one l|q|Question?").Sheet("choices", "list|label", "l|A").Faults()
            .ShouldBe(["choices (name): The sheet has no column name; add it, its heading in the first row."]);
        FormWorkbook.Survey("type|name|label").Faults().ShouldHaveSingleItem().ShouldContain("The sheet has no questions");
    }

    [Fact]
    public void A_hidden_sheet_is_to_be_shown() =>
        new FormWorkbook().Sheet("survey", "type|name|label", "text|q|Question?").Notice(WorkbookNotice.HiddenSheet("Choices")).Faults().ShouldHaveSingleItem()
            .ShouldContain("The sheet choices is hidden, and hidden sheets are not read; unhide it");

    [Fact]
    public void What_Excel_makes_of_a_cell_is_told()
    {
        FormWorkbook.Survey("type|name|label|relevant", "text|q|Question?|x").WithSurveyCell("D2", CellKind.Error, "#N/A").Faults()
            .ShouldBe(["survey D2: The cell holds the error #N/A; mend its formula, or write the value itself."]);
        FormWorkbook.Survey("type|name|label|relevant", "text|q|Question?|x").WithSurveyCell("D2", CellKind.Date, "2026-01-02").Faults()
            .ShouldHaveSingleItem().ShouldStartWith("survey D2: Excel has made a date or time of this cell");
    }

    [Fact]
    public void A_reference_to_metadata_says_why_there_is_no_answer() =>
        FormWorkbook.Survey("type|name|label|relevant", "start|begun||", "text|q|Question?|${begun} != ''").Faults().ShouldBe(
            ["survey D3: begun is of the metadata type start, which is passed over here, so it has no answer to refer to; remove the reference. (Character 1 of the expression.)"]);

    [Fact]
    public void Long_texts_and_deep_groups_are_refused()
    {
        FormWorkbook.Survey("type|name|label", $"text|q|{new string('x', 20_001)}").Faults().ShouldBe(["survey C2: The text has 20001 characters; write at most 20000."]);
        string[] nested = [.. Enumerable.Range(1, 21).Select(i => $"begin_group|g{i}|G"), "text|q|Question?", .. Enumerable.Repeat("end_group", 21)];
        FormWorkbook.Survey("type|name|label", nested).Faults().ShouldBe(["survey A22: Groups are nested deeper than 20; lay the questions out with fewer."]);
        FormWorkbook.Survey("type|name|label", "text|q|Question?").Settings("form_id", new string('f', 101)).Faults().ShouldBe(["settings A2: The text has 101 characters; write at most 100."]);
    }

    [Fact]
    public void An_expression_nested_20000_deep_is_refused_with_its_cell() =>
        FormWorkbook.Survey("type|name|label|relevant", $"text|q|Question?|{new string('(', 9_000)}1{new string(')', 900)}").Faults().ShouldHaveSingleItem().ShouldStartWith("survey D2: ");

    [Fact]
    public void Choices_of_all_questions_together_are_bounded()
    {
        string[] questions = [.. Enumerable.Range(0, 30).Select(i => $"select_one l|q{i}|Question?")];
        string[] choices = ["list_name|name|label", .. Enumerable.Range(0, 4_000).Select(i => $"l|c{i}|C")];
        FormWorkbook.Survey("type|name|label", questions).Sheet("choices", choices).Faults()[0].ShouldBe("survey A27: With this question the choices of all questions together are more than 100000; use shorter lists, or split the questionnaire.");
    }

    [Fact]
    public void Faults_come_by_sheet_row_and_column() =>
        FormWorkbook.Survey("type|name|label|weight|required", "text|q 1|One?|x|maybe", "video|q2|Two?||").Settings("form_id|layers", "f|plan=1")
            .Faults().Select(f => f[..f.IndexOf(':')]).ShouldBe(["survey B2", "survey D2", "survey E2", "survey A3", "settings B2"]);
}
