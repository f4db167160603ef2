using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.UnitTests.Questionnaires;

public sealed class QuestionnaireJsonTests
{
    private static readonly LocalText Both = new([new("en", "Environment & <climate>"), new("zh", "环境")]);

    private static readonly QuestionnaireDefinition Full = new()
    {
        FormId = "esg-default",
        Version = "2026.1",
        DefaultLanguage = "en",
        Languages = [new("en", "English"), new("zh", "中文")],
        Title = Both,
        Settings = new()
        {
            EvidenceCredit = new SortedDictionary<EvidenceState, Rational> { [EvidenceState.Pending] = Rational.Parse("0.5") },
            Layers = new SortedDictionary<Layer, Rational> { [Layer.Result] = 70 },
            Bands = [new("A", 80), new("B", Rational.Parse("64.5"))],
            Minimums = new SortedDictionary<string, Rational> { ["overall"] = 20, ["E"] = 10 },
            ValidMonths = 12,
        },
        Themes =
        [
            new()
            {
                Code = "ENV", Label = Both, Pillar = Pillar.E, Weight = Rational.Parse("12.10"), Relevant = "true()",
                Groups = [new() { Name = "g1", Label = Both, Relevant = "1 = 1" }, new() { Name = "g2", Parent = "g1" }],
                Questions = [Select(), Number()],
            },
        ],
    };

    private static Question Select() => new()
    {
        Name = "e1", Type = QuestionType.SelectMultiple, Label = Both, Hint = Both, Required = true, Group = "g2", Layer = Layer.Policy, Weight = 2,
        Gate = "count-selected(.) > 0", GateEffect = GateEffect.Conditional, Evidence = EvidenceNeed.Required, AllowNa = true,
        Standard = ["GRI 308-1", "ESRS G1-2"], List = "measures", Appearance = "minimal", ReadOnly = true, Default = "a",
        Choices = [new("a") { Label = Both, Points = 30 }, new("b") { Points = -100 }, new("c")],
    };

    private static Question Number() => new()
    {
        Name = "e2", Type = QuestionType.Range, Constraint = ". < 10", ConstraintMessage = Both, Unit = "%", Layer = Layer.Result, Weight = Rational.Parse("0.1"),
        Score = new(ScoreMode.Linear, [new(Rational.Parse("-0.00000000000000000000000000001"), 0), new(80, 100)]), Parameters = new(0, 10, Rational.Parse("0.5")),
    };

    [Fact]
    public void What_is_written_reads_back_and_is_written_the_same()
    {
        var json = QuestionnaireJson.Write(Full);
        var reading = QuestionnaireJson.Read(json);
        reading.Faults.ShouldBeEmpty();
        QuestionnaireJson.Write(reading.Definition).ShouldBe(json);
        QuestionnaireJson.Write(QuestionnaireJson.ReadStored(QuestionnaireJson.Write(Full, indented: true))).ShouldBe(json);
        reading.Definition.Themes[0].Questions[1].Score!.Points[0].X.ShouldBe(Number().Score!.Points[0].X);
        reading.Definition.Themes[0].Weight.ShouldBe(Rational.Parse("12.1"));
        CompiledQuestionnaire.Compile(reading.Definition).Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Letters_of_all_scripts_stay_readable_and_what_goes_without_saying_is_left_out()
    {
        var json = QuestionnaireJson.Write(Full);
        json.ShouldContain("环境");
        json.ShouldContain("Environment & <climate>");
        json.ShouldContain("\"weight\":12.1,");
        json.ShouldNotContain("null");
        json.ShouldNotContain("false");
        QuestionnaireJson.Write(new() { Themes = [new() { Code = "T" }] }).ShouldBe("""{"themes":[{"code":"T","questions":[]}]}""");
        QuestionnaireJson.Write(Full, indented: true).ShouldNotContain("\r");
    }

    [Fact]
    public void The_members_have_the_names_of_the_contract() =>
        QuestionnaireJson.Write(new() { Themes = [new() { Code = "T", Questions = [Number() with { ConstraintMessage = LocalText.Empty }] }] }).ShouldBe(
            """{"themes":[{"code":"T","questions":[{"name":"e2","type":"range","constraint":". < 10","layer":"result","weight":0.1,"score":"""
            + """{"mode":"linear","points":[[-0.00000000000000000000000000001,0],[80,100]]},"unit":"%","parameters":{"start":0,"end":10,"step":0.5}}]}]}""");

    [Theory]
    [InlineData("""{"themes":[],"title":{"en":5}}""", "questionnaire.title.en")]
    [InlineData("""{"themes":[],"title":[]}""", "questionnaire.title")]
    [InlineData("""{"themes":[],"languages":[{}]}""", "questionnaire.languages[0].code")]
    [InlineData("""{"themes":[{"code":"T","questions":[{"name":"q","type":"text","label":5}]}]}""", "questionnaire.themes[0].questions[0].label")]
    [InlineData("""{"themes":[{"code":"T","questions":[{"name":"q","type":"text","standard":"GRI"}]}]}""", "questionnaire.themes[0].questions[0].standard")]
    [InlineData("{", "questionnaire")]
    [InlineData("", "questionnaire")]
    public void What_is_of_the_wrong_shape_is_named(string json, string path) =>
        QuestionnaireJson.Read(json).Faults.Select(f => f.Path).ShouldBe([path]);

    [Fact]
    public void A_text_without_a_language_is_in_the_default_language() =>
        QuestionnaireJson.Read("""{"defaultLanguage":"zh","title":"环境","themes":[]}""").Definition.Title.ShouldBe(LocalText.Of("zh", "环境"));

    [Fact]
    public void The_parameters_of_a_range_can_be_written_as_in_a_workbook() =>
        QuestionnaireJson.Read("""{"themes":[{"code":"T","questions":[{"name":"q","type":"range","parameters":"start=0 end=5;step=0.5"}]}]}""")
            .Definition.Themes[0].Questions[0].Parameters.ShouldBe(new(0, 5, Rational.Parse("0.5")));
}
