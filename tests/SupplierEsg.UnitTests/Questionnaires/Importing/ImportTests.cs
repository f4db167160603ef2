using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.UnitTests.Questionnaires.Importing;

/// <summary>What becomes of the cells of a workbook without faults.</summary>
public sealed class ImportTests
{
    [Fact]
    public void A_row_becomes_a_question()
    {
        var question = FormWorkbook.Survey(
            "type|name|label|hint|required|relevant|constraint|constraint_message|appearance|default|read_only|layer|weight|score|gate|gate_effect|evidence|allow_na|unit|standard|parameters|pillar",
            "begin_group|ENV|Environment|||||||||||||||||||E",
            "range|share|Share?|In percent|YES|true()|. < 11|Too much|minimal|5|true|Result|2.5|step 0=0; 8=60|. > 1|Conditional|Required|yes|%|GRI 308-1; ESRS G1-2|start=0 end=10 step=0.5|",
            "end group").Question();
        question.ShouldSatisfyAllConditions(
            q => q.Type.ShouldBe(QuestionType.Range),
            q => q.Hint.In("en").ShouldBe("In percent"),
            q => q.Required.ShouldBeTrue(),
            q => q.Relevant.ShouldBe("true()"),
            q => q.Constraint.ShouldBe(". < 11"),
            q => q.ConstraintMessage.In("en").ShouldBe("Too much"),
            q => q.Appearance.ShouldBe("minimal"),
            q => q.Default.ShouldBe("5"),
            q => q.ReadOnly.ShouldBeTrue(),
            q => q.Layer.ShouldBe(Layer.Result),
            q => q.Weight.ShouldBe(Rational.Parse("2.5")),
            q => q.Score!.Points.ShouldBe([new(0, 0), new(8, 60)]),
            q => q.Gate.ShouldBe(". > 1"),
            q => q.GateEffect.ShouldBe(GateEffect.Conditional),
            q => q.Evidence.ShouldBe(EvidenceNeed.Required),
            q => q.AllowNa.ShouldBeTrue(),
            q => q.Unit.ShouldBe("%"),
            q => q.Standard.ShouldBe(["GRI 308-1", "ESRS G1-2"]),
            q => q.Parameters.ShouldBe(new(0, 10, Rational.Parse("0.5"))));
    }

    [Theory]
    [InlineData("select one yes_no", QuestionType.SelectOne)]
    [InlineData("Select_Multiple yes_no", QuestionType.SelectMultiple)]
    [InlineData("select_one from yes_no", QuestionType.SelectOne)]
    [InlineData("INTEGER", QuestionType.Integer)]
    [InlineData(" acknowledge ", QuestionType.Acknowledge)]
    public void Types_are_read_without_case_and_with_blanks(string type, QuestionType expected) =>
        FormWorkbook.Survey("type|name|label", $"{type}|q|Question?").Question().Type.ShouldBe(expected);

    [Fact]
    public void Chinese_keyboards_are_understood()
    {
        var question = FormWorkbook.Survey("type|name|label::中文（zh）|score|weight", "integer|q|多少？|step 0＝0；80＝60|1").Settings("form_id|pillar", "f|E").Question();
        question.Score!.Points.ShouldBe([new(0, 0), new(80, 60)]);
        question.Label.All.ShouldBe(new Dictionary<string, string> { ["zh"] = "多少？" });
    }

    [Theory]
    [InlineData("label::English (en)", "en", "English")]
    [InlineData("LABEL::EN", "en", "English")]
    [InlineData("label::Français", "fr", "Français")]
    [InlineData("label::chinese", "zh", "chinese")]
    [InlineData("label:Deutsch (de-AT)", "de-AT", "Deutsch")]
    [InlineData("label::中文 (zh-hans)", "zh-Hans", "中文")]
    [InlineData("label::Klingon", "x-klingon", "Klingon")]
    public void A_language_becomes_a_tag(string heading, string code, string name) =>
        FormWorkbook.Survey($"type|name|{heading}", "text|q|Text").Definition().Languages.ShouldBe([new(code, name)]);

    [Fact]
    public void Texts_without_a_language_are_in_the_default_one()
    {
        var form = FormWorkbook.Survey("type|name|label|label::中文 (zh)", "text|q|Question?|问题？").Sheet("choices", "list_name|name").Settings("default_language", "English (en)").Definition();
        form.DefaultLanguage.ShouldBe("en");
        form.Languages.Select(l => l.Code).ShouldBe(["en", "zh"], ignoreOrder: true);
        form.Themes[0].Questions[0].Label.All.Count.ShouldBe(2);
        FormWorkbook.Survey("type|name|label", "text|q|贵公司有环境方针吗？").Sheet("choices", "list_name|name").Definition().DefaultLanguage.ShouldBe("zh");
    }

    [Fact]
    public void Top_level_groups_are_themes_and_nested_ones_lay_out()
    {
        var form = FormWorkbook.Survey(
            "type|name|label|relevant|pillar|weight",
            "begin_group|A|First|true()|S|3", "text|q1|One?|||", "begin group|g1|Inner|1 = 1||", "text|q2|Two?|||", "begin_group|g2|Innermost|||", "text|q3|Three?|||", "end_group", "end_group", "text|q4|Four?|||", "end_group",
            "begin_group|B|Second||G|", "text|q5|Five?|||", "end_group").Definition();
        form.Themes.Select(t => (t.Code, t.Pillar, t.Weight, t.Relevant)).ShouldBe([("A", Pillar.S, 3, "true()"), ("B", Pillar.G, null, null)]);
        form.Themes[0].Groups.Select(g => (g.Name, g.Parent, g.Relevant)).ShouldBe([("g1", null, "1 = 1"), ("g2", "g1", null)]);
        form.Themes[0].Questions.Select(q => (q.Name, q.Group)).ShouldBe([("q1", null), ("q2", "g1"), ("q3", "g2"), ("q4", null)]);
    }

    [Fact]
    public void Questions_outside_any_group_form_one_theme_with_the_title_of_the_form()
    {
        var form = FormWorkbook.Survey("type|name|label|pillar|weight", "select_one yes_no|q1|One?||1", "begin_group|A|Group|E|", "text|q2|Two?||", "end_group", "select_one yes_no|q3|Three?||1")
            .Settings("form_title|form_id|pillar", "My form|my form|g").Definition();
        form.Themes.Select(t => (t.Code, t.Label.In("en"), t.Pillar, string.Join(' ', t.Questions.Select(q => q.Name)))).ShouldBe(
            [("my_form", "My form", Pillar.G, "q1 q3"), ("A", "Group", Pillar.E, "q2")]);
    }

    [Fact]
    public void The_theme_of_the_title_comes_where_no_expression_looks_ahead()
    {
        // q3 refers into the group, so the theme comes after it.
        FormWorkbook.Survey("type|name|label|relevant", "text|q1|One?|", "begin_group|A|Group|", "text|q2|Two?|", "end_group", "text|q3|Three?|${q2} = ''")
            .Definition().Themes.Select(t => t.Code).ShouldBe(["A", "form"]);
        // Here the group refers to q1 as well: unscored, the two places can stand apart.
        FormWorkbook.Survey("type|name|label|relevant", "text|q1|One?|", "begin_group|A|Group|", "text|q2|Two?|${q1} = ''", "end_group", "text|q3|Three?|${q2} = ''")
            .Definition().Themes.Select(t => t.Code).ShouldBe(["form", "A", "form_2"]);
    }

    [Fact]
    public void Settings_are_read_from_the_first_row()
    {
        var workbook = FormWorkbook.Survey("type|name|label", "text|q|Question?").Sheet(
            "settings", "form_title|form_id|version|evidence_credit|layers|bands|minimum_overall|minimum_e|valid_months", "Title|the-form|2026.1|pending=0.25|policy=1; action=2|Gold=90; Silver=50|40|10|12", "More|x|||||||");
        var form = workbook.Definition();
        (form.FormId, form.Version, form.Title.In("en")).ShouldBe(("the-form", "2026.1", "Title"));
        form.Settings.EvidenceCredit.ShouldBe(new Dictionary<EvidenceState, Rational> { [EvidenceState.Pending] = Rational.Parse("0.25") });
        form.Settings.Layers.Count.ShouldBe(2);
        form.Settings.Bands.ShouldBe([new("Gold", 90), new("Silver", 50)]);
        form.Settings.Minimums.ShouldBe(new Dictionary<string, Rational> { ["E"] = 10, ["overall"] = 40 }, ignoreOrder: true);
        form.Settings.ValidMonths.ShouldBe(12);
        workbook.Notices().ShouldContain("Only row 2 of the sheet settings was read; the rows below it were passed over.");
    }

    [Fact]
    public void Without_a_form_id_the_file_gives_it() =>
        new FormWorkbook { FileName = "C:\\forms\\ESG 问卷 (v2).xlsx" }.Sheet("survey", "type|name|label", "text|q|Question?").Definition().FormId.ShouldBe("ESG_问卷__v2");

    [Fact]
    public void What_is_passed_over_is_told() =>
        FormWorkbook.Survey(
            "type|name|label|choice_filter|media::image|default|pillar|weight|parameters|colour",
            "start|start||||||||", "deviceid|device||||||||",
            "select_one yes_no|a|Say ${b}|x = 1||maybe|E|||red", "text|b||||today()|||rows=3|", "text|c|Text?|||||2||").Notices().ShouldBe(
        [
            "The workbook has no form_id; \"form\" is taken from the file's name. A workbook with the same form_id is the next version of this questionnaire.",
            "These columns of the sheet survey mean nothing here and were passed over: media::image, colour.",
            "Rows of a metadata type: 2, the first is start in row 2. They were passed over: what a phone notes by itself isn't asked here.",
            "Texts that hold an answer as ${…}: 1, the first in cell C4 on the sheet survey. Answers are not put into texts; the supplier sees them as they are written.",
            "Defaults that are no possible answers: 1, the first is \"maybe\" in row 4. They were passed over; these questions start blank.",
            "Questions with a choice_filter: 1, the first in row 4. It was passed over: all choices of the list are offered.",
            "Questions with a pillar: 1, the first in row 4. It was passed over: the pillar is that of the top-level group.",
            "Questions with parameters that mean nothing here: 1, the first in row 5 (\"rows=3\"). They were passed over.",
            "Questions without a label: 1, the first in row 5. Their names are shown instead.",
            "Questions with a weight but nothing that gives points: 1, the first in row 6. They are not scored.",
        ], ignoreOrder: true);

    [Fact]
    public void Missing_translations_and_unused_lists_are_told()
    {
        var notices = FormWorkbook.Survey("type|name|label::English (en)|label::中文 (zh)", "text|q1|One?|一？", "text|q2|Two?|").Notices();
        notices.ShouldContain("Labels without a text in 中文: 2. Readers of it see another language there.");
        notices.ShouldContain("No question uses these choice lists, so they were passed over: yes_no.");
    }

    [Fact]
    public void Blank_rows_and_other_sheets_are_passed_over()
    {
        var workbook = FormWorkbook.Survey("type|name|label", "", "text|q|Question?", "||", "||").Sheet("changelog", "a|b").Sheet("guide", "a|b");
        workbook.Question().Name.ShouldBe("q");
        workbook.Notices().ShouldContain("These sheets are no part of a questionnaire and were passed over: changelog.");
    }

    [Fact]
    public void Excels_own_truth_values_and_numbers_are_read()
    {
        var question = FormWorkbook.Survey("type|name|label|required|relevant|weight", "text|q|Question?|x|x|x")
            .WithSurveyCell("D2", CellKind.Boolean, "TRUE").WithSurveyCell("E2", CellKind.Boolean, "FALSE").WithSurveyCell("F2", CellKind.Number, "0.1").Question();
        (question.Required, question.Relevant, question.Weight).ShouldBe((true, "false()", Rational.Parse("0.1")));
    }

    [Fact]
    public void Characters_that_no_page_shows_are_left_out() =>
        FormWorkbook.Survey("type|name|label", "text|q|\u0000A\u0007 \uFFFF\uD800question\r\nin two lines").Question().Label.In("en").ShouldBe("A question\nin two lines");
}
