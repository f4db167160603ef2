using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Questionnaires.Comparing;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Content;

namespace SupplierEsg.UnitTests.Questionnaires;

public sealed class QuestionnaireChangesTests
{
    private static readonly QuestionnaireDefinition Old = Version(
        Theme("ENV", Question("a"), Question("b"), Question("c"), Question("d")),
        Theme("SOC", Question("s"), Question("t")));

    [Fact]
    public void A_version_beside_itself_has_no_changes()
    {
        foreach (var form in ShippedQuestionnaires.FormIds)
        {
            var shipped = ShippedQuestionnaires.Definition(form);
            QuestionnaireChanges.Between(shipped, shipped).None.ShouldBeTrue();
        }
    }

    [Fact]
    public void What_came_and_went_moves_nothing_else()
    {
        var changes = Between(Version(Theme("ENV", Question("new"), Question("a"), Question("c"), Question("d")), Old.Themes[1]));
        changes.Questions.Select(q => (q.Name, q.How)).ShouldBe([("new", HowChanged.Added), ("b", HowChanged.Removed)]);
        (changes.Added, changes.Removed, changes.Moved).ShouldBe((1, 1, 0));
        changes.Questions[0].Meaning.ShouldBe(Meaning.New);
        changes.Questions[1].Meaning.ShouldBeNull();
    }

    [Fact]
    public void Of_a_question_that_jumps_only_that_one_is_moved()
    {
        var changes = Between(Version(Theme("ENV", Question("d"), Question("a"), Question("b"), Question("c")), Old.Themes[1]));
        var moved = changes.Questions.ShouldHaveSingleItem();
        (moved.Name, moved.Moved).ShouldBe(("d", true));
        moved.Differences.ShouldBe([new(ChangedPart.Order, null, null, "4", "1")]);
        changes.Carried[Meaning.Same].Count().ShouldBe(6);
    }

    [Fact]
    public void A_move_to_another_theme_is_told_by_the_themes()
    {
        var changes = Between(Version(Theme("ENV", Question("a"), Question("b"), Question("c")), Theme("SOC", Question("d"), Question("s"), Question("t"))));
        var moved = changes.Questions.ShouldHaveSingleItem();
        (moved.Theme, moved.Moved).ShouldBe(("SOC", true));
        moved.Differences.ShouldBe([new(ChangedPart.Theme, null, null, "ENV", "SOC")]);
    }

    [Fact]
    public void A_text_is_compared_in_each_language()
    {
        var before = Question("a") with { Label = new([new("en", "Water use"), new("zh", "用水")]) };
        var now = Question("a") with { Label = new([new("en", "Water drawn"), new("zh", "用水"), new("de", "Wasser")]) };
        var change = QuestionnaireChanges.Between(Version(Theme("ENV", before)), Version(Theme("ENV", now))).Questions.ShouldHaveSingleItem();
        change.Differences.ShouldBe([new(ChangedPart.Label, null, "en", "Water use", "Water drawn"), new(ChangedPart.Label, null, "de", null, "Wasser")], ignoreOrder: true);
        change.Meaning.ShouldBe(Meaning.Changed);
    }

    [Fact]
    public void Choices_come_go_and_earn_other_points()
    {
        var before = Question("a") with { Type = QuestionType.SelectOne, Choices = [Choice("yes", "Yes", 100), Choice("no", "No", 0)] };
        var now = before with { Choices = [Choice("yes", "Yes", 80), Choice("some", "Some", 50)] };
        var change = QuestionnaireChanges.Between(Version(Theme("ENV", before)), Version(Theme("ENV", now))).Questions.ShouldHaveSingleItem();
        change.Differences.ShouldBe(
        [
            new(ChangedPart.ChoicePoints, "yes", null, "100", "80"),
            new(ChangedPart.Choice, "some", null, null, "some"),
            new(ChangedPart.ChoicePoints, "some", null, null, "50"),
            new(ChangedPart.Choice, "no", null, "no", null),
        ]);
    }

    [Fact]
    public void Everything_that_scores_asks_or_bounds_is_told()
    {
        var before = Question("a") with { Type = QuestionType.Decimal };
        var now = before with
        {
            Weight = 2, Layer = Layer.Action, Score = new(ScoreMode.Linear, [new(0, 0), new(50, 100)]), Gate = ". > 1", Relevant = "true()", Constraint = ". > 0", Evidence = EvidenceNeed.Required,
            AllowNa = true, Required = true, Unit = "t", Hint = LocalText.Of("en", "Why"), ConstraintMessage = LocalText.Of("en", "Above 0"), Standard = ["GRI 1"], Default = "1", ReadOnly = true,
            Appearance = "minimal",
        };
        var change = QuestionnaireChanges.Between(Version(Theme("ENV", before)), Version(Theme("ENV", now))).Questions.ShouldHaveSingleItem();
        change.Differences.Select(difference => difference.Part).ShouldBe(
        [
            ChangedPart.Hint, ChangedPart.Unit, ChangedPart.Weight, ChangedPart.Layer, ChangedPart.Rule, ChangedPart.Gate, ChangedPart.Evidence, ChangedPart.Required, ChangedPart.Relevant,
            ChangedPart.Constraint, ChangedPart.ConstraintMessage, ChangedPart.AllowNa, ChangedPart.ReadOnly, ChangedPart.Default, ChangedPart.Standard, ChangedPart.Appearance,
        ]);
        change.Differences.Single(difference => difference.Part == ChangedPart.Rule).Now.ShouldBe("linear 0:0 50:100");
        QuestionnaireChanges.Between(Version(Theme("ENV", before)), Version(Theme("ENV", before with { Weight = 0 }))).None.ShouldBeTrue("A weight of 0 is none.");
    }

    [Fact]
    public void Settings_are_compared_as_they_act()
    {
        var own = Old with { Settings = new() { Bands = [new("A", 80), new("B", 65), new("C", 50), new("D", 30), new("E", 0)], ValidMonths = 12 } };
        Between(own).None.ShouldBeTrue();
        var other = Old with
        {
            Title = LocalText.Of("en", "Other title"),
            Settings = new()
            {
                Bands = [new("A", 90), new("B", 65), new("C", 50), new("D", 30), new("F", 0)], ValidMonths = 24, SecondReview = true,
                Minimums = new SortedDictionary<string, Rational> { ["E"] = 40 }, Layers = new SortedDictionary<Layer, Rational> { [Layer.Policy] = 30 },
                EvidenceCredit = new SortedDictionary<EvidenceState, Rational> { [EvidenceState.Pending] = 0 },
            },
        };
        Between(other).Settings.ShouldBe(
        [
            new(ChangedPart.Title, null, "en", null, "Other title"),
            new(ChangedPart.Band, "A", null, "80", "90"), new(ChangedPart.Band, "F", null, null, "0"), new(ChangedPart.Band, "E", null, "0", null),
            new(ChangedPart.Minimum, "E", null, null, "40"),
            new(ChangedPart.EvidenceCredit, "pending", null, "0.5", "0"),
            new(ChangedPart.LayerWeight, "policy", null, "25", "30"),
            new(ChangedPart.ValidMonths, null, null, "12", "24"),
            new(ChangedPart.SecondReview, null, null, "no", "yes"),
        ]);
    }

    [Fact]
    public void Themes_and_groups_come_go_and_change()
    {
        var now = Version(
            Old.Themes[1] with { Weight = 3, Groups = [new() { Name = "g", Label = LocalText.Of("en", "Group") }] },
            Theme("GOV", Question("g1")));
        var changes = Between(now).Parts;
        changes.Select(part => (part.Theme, part.Group, part.How)).ShouldBe([("SOC", null, HowChanged.Changed), ("SOC", "g", HowChanged.Added), ("GOV", null, HowChanged.Added), ("ENV", null, HowChanged.Removed)]);
        changes[0].Differences.ShouldBe([new(ChangedPart.Weight, null, null, "1", "3")]);
    }

    private static QuestionnaireChanges Between(QuestionnaireDefinition now) => QuestionnaireChanges.Between(Old, now);

    private static QuestionnaireDefinition Version(params Theme[] themes) => new() { FormId = "f", Themes = themes };

    private static Theme Theme(string code, params Question[] questions) => new() { Code = code, Questions = questions };

    private static Question Question(string name) => new() { Name = name, Type = QuestionType.Text, Label = LocalText.Of("en", $"Question {name}") };

    private static Choice Choice(string name, string label, int points) => new(name) { Label = LocalText.Of("en", label), Points = points };
}
