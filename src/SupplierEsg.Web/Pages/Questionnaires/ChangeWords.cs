using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Questionnaires.Comparing;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Questionnaires;

/// <summary>What changed between two versions, in the reader's language.</summary>
public static class ChangeWords
{
    private static readonly Dictionary<ChangedPart, string> Parts = new()
    {
        [ChangedPart.Title] = "Title",
        [ChangedPart.Language] = "Language",
        [ChangedPart.Label] = "Text",
        [ChangedPart.Hint] = "Hint",
        [ChangedPart.ConstraintMessage] = "Message when the rule isn't met",
        [ChangedPart.Pillar] = "Pillar",
        [ChangedPart.Weight] = "Weight",
        [ChangedPart.Relevant] = "Asked only if",
        [ChangedPart.Theme] = "Theme",
        [ChangedPart.Group] = "Group",
        [ChangedPart.Order] = "Place in the order",
        [ChangedPart.Type] = "Type",
        [ChangedPart.Unit] = "Unit",
        [ChangedPart.Range] = "Range",
        [ChangedPart.Choice] = "Choice",
        [ChangedPart.ChoiceLabel] = "Text of the choice",
        [ChangedPart.ChoicePoints] = "Points of the choice",
        [ChangedPart.Layer] = "Layer",
        [ChangedPart.Rule] = "Rule for points",
        [ChangedPart.Gate] = "Gate",
        [ChangedPart.GateEffect] = "Effect of the gate",
        [ChangedPart.Constraint] = "Rule for the answer",
        [ChangedPart.Calculation] = "Calculation",
        [ChangedPart.Evidence] = "Evidence",
        [ChangedPart.AllowNa] = "May be not applicable",
        [ChangedPart.Required] = "Required",
        [ChangedPart.ReadOnly] = "Read only",
        [ChangedPart.Default] = "Default",
        [ChangedPart.Standard] = "Standards",
        [ChangedPart.Appearance] = "Appearance",
        [ChangedPart.Band] = "Band from",
        [ChangedPart.Minimum] = "Minimum",
        [ChangedPart.EvidenceCredit] = "Credit for required evidence",
        [ChangedPart.LayerWeight] = "Weight of the layer",
        [ChangedPart.ValidMonths] = "Months a scorecard is valid",
        [ChangedPart.SecondReview] = "Second reviewer",
    };

    /// <summary>English names of all parts, the keys of their translations.</summary>
    public static IEnumerable<string> All => Parts.Values;

    /// <summary>Which part of what: <c>Points of the choice: yes</c>, <c>Text (zh)</c>.</summary>
    public static string Of(this Words words, Difference difference)
    {
        var part = words[Parts[difference.Part]];
        if (difference.Key is { } key)
            part = words["{0}: {1}", part, words.Value(difference.Part, key)];
        return difference.Language is { } language ? words["{0} ({1})", part, language] : part;
    }

    /// <summary>A value as the workbook writes it, with the workbook's own words said as people say them.</summary>
    public static string Value(this Words words, ChangedPart part, string value) => part switch
    {
        ChangedPart.Type when Vocabulary.TryRead<QuestionType>(value, out var type) => words.Of(type),
        ChangedPart.Evidence when Vocabulary.TryRead<EvidenceNeed>(value, out var need) => need == EvidenceNeed.None ? words["None"] : words.Of(need),
        ChangedPart.EvidenceCredit when Vocabulary.TryRead<EvidenceState>(value, out var state) => words.Of(state),
        ChangedPart.Layer or ChangedPart.LayerWeight when Vocabulary.TryRead<Layer>(value, out var layer) => words.Of(layer),
        ChangedPart.Pillar or ChangedPart.Minimum when Vocabulary.TryRead<Pillar>(value, out var pillar) => words.Of((Pillar?)pillar),
        ChangedPart.Minimum when value == "overall" => words["Overall"],
        ChangedPart.GateEffect when Vocabulary.TryRead<GateEffect>(value, out var effect) => effect == GateEffect.Fail ? words["Ineligible"] : words["Somebody has to decide"],
        ChangedPart.AllowNa or ChangedPart.Required or ChangedPart.ReadOnly or ChangedPart.SecondReview => words[value == "yes" ? "Yes" : "No"],
        _ => value,
    };

    public static string Of(this Words words, HowChanged how) => how switch
    {
        HowChanged.Added => words["Added"],
        HowChanged.Removed => words["Removed"],
        _ => words["Changed"],
    };

    /// <summary>Above the questions whose earlier answers are worth so much.</summary>
    public static string Heading(this Words words, Meaning meaning, int count) => meaning switch
    {
        Meaning.Same => words["Answers that still fit: {0}", count],
        Meaning.Changed => words["Answers to look at again: {0}", count],
        Meaning.OtherType => words["Answers that can't be taken over: {0}", count],
        _ => words["New questions without an earlier answer: {0}", count],
    };
}
