using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Questionnaires.Comparing;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Content;

namespace SupplierEsg.UnitTests.Questionnaires;

public sealed class QuestionMeaningTests
{
    private static readonly Question Asked = new()
    {
        Name = "q", Type = QuestionType.SelectOne, Label = Text("Is there a policy?", "有方针吗？"), Unit = "t", Constraint = ". != ''", Weight = 2,
        Choices = [new("yes") { Label = Text("Yes", "是"), Points = 100 }, new("no") { Label = Text("No", "否"), Points = 0 }],
    };

    [Fact]
    public void What_an_answer_is_worth_and_where_it_stands_are_no_part_of_its_meaning()
    {
        var now = Asked with
        {
            Weight = 9, Layer = Layer.Result, Gate = ". = 'yes'", Evidence = EvidenceNeed.Required, AllowNa = true, Required = true, Hint = Text("Because", "因为"), Group = "g",
            Choices = [Asked.Choices[1] with { Points = 50 }, Asked.Choices[0] with { Points = 1 }],
        };
        QuestionMeaning.Of(now, Asked).ShouldBe(Meaning.Same);
    }

    [Fact]
    public void An_added_translation_changes_nothing_and_a_changed_one_does()
    {
        QuestionMeaning.Of(Asked, Asked with { Label = LocalText.Of("en", "Is there a policy?") }).ShouldBe(Meaning.Same);
        QuestionMeaning.Of(Asked with { Label = Text("Is there a policy?", "有政策吗？") }, Asked).ShouldBe(Meaning.Changed);
        QuestionMeaning.Of(Asked with { Label = LocalText.Of("de", "Gibt es eine Leitlinie?") }, Asked).ShouldBe(Meaning.Changed);
    }

    public static TheoryData<Question> Others =>
    [
        Asked with { Unit = "kg" },
        Asked with { Unit = null },
        Asked with { Constraint = null },
        Asked with { Parameters = new(0, 5, 1) },
        Asked with { Choices = [Asked.Choices[0]] },
        Asked with { Choices = [.. Asked.Choices, new("some") { Label = Text("Some", "部分") }] },
        Asked with { Choices = [Asked.Choices[0], new("never") { Label = Text("No", "否") }] },
        Asked with { Choices = [Asked.Choices[0], Asked.Choices[1] with { Label = Text("Not at all", "否") }] },
    ];

    [Theory, MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public void Whatever_is_asked_otherwise_changes_it(Question now) => QuestionMeaning.Of(now, Asked).ShouldBe(Meaning.Changed);

    [Fact]
    public void Another_type_makes_an_answer_worthless_and_a_new_question_has_none()
    {
        QuestionMeaning.Of(Asked with { Type = QuestionType.SelectMultiple }, Asked).ShouldBe(Meaning.OtherType);
        QuestionMeaning.Of(Asked, null).ShouldBe(Meaning.New);
    }

    [Fact]
    public void A_version_tells_it_of_each_of_its_questions()
    {
        var shipped = ShippedQuestionnaires.Definition("esg-default");
        shipped.Since(shipped).Values.ShouldAllBe(meaning => meaning == Meaning.Same);
        shipped.Since(shipped).Count.ShouldBe(shipped.Themes.Sum(theme => theme.Questions.Count));
        shipped.Since(new()).Values.ShouldAllBe(meaning => meaning == Meaning.New);
    }

    private static LocalText Text(string english, string chinese) => new([new("en", english), new("zh", chinese)]);
}
