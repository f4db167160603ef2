using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Questionnaires;

/// <summary>The figures by which a questionnaire is scored: its settings, and the rules' own figures for the rest (<c>docs/scoring.md</c>).</summary>
public sealed class ScoringRules
{
    private static readonly Rational Half = Rational.Parse("0.5");

    private static readonly Band[] OwnBands = [new("A", 80), new("B", 65), new("C", 50), new("D", 30), new("E", 0)];

    private readonly Rational[] credits;
    private readonly Rational[] layers;

    public ScoringRules(QuestionnaireSettings settings)
    {
        credits = [.. Enum.GetValues<EvidenceState>().Select(s => settings.EvidenceCredit.TryGetValue(s, out var set) ? set : OwnCredit(s))];
        layers = [.. Enum.GetValues<Layer>().Select(l => settings.Layers.TryGetValue(l, out var set) ? set : OwnWeight(l))];
        Bands = [.. (settings.Bands ?? OwnBands).OrderByDescending(b => b.Minimum)];
        Minimums = [.. settings.Minimums.OrderBy(m => m.Key, StringComparer.Ordinal)];
    }

    /// <summary>Highest minimum first.</summary>
    public IReadOnlyList<Band> Bands { get; }

    /// <summary>Least verified figures by <c>overall</c> or pillar, sorted by code point.</summary>
    public IReadOnlyList<KeyValuePair<string, Rational>> Minimums { get; }

    /// <summary>The share of the raw score that counts as verified.</summary>
    public Rational Credit(EvidenceNeed need, EvidenceState state) => need switch
    {
        EvidenceNeed.Required => credits[(int)state],
        EvidenceNeed.Optional when state is EvidenceState.Rejected or EvidenceState.Expired => credits[(int)state],
        _ => Rational.One,
    };

    public Rational WeightOf(Layer layer) => layers[(int)layer];

    private static Rational OwnCredit(EvidenceState state) => state switch
    {
        EvidenceState.Accepted => Rational.One,
        EvidenceState.Pending => Half,
        _ => Rational.Zero,
    };

    private static Rational OwnWeight(Layer layer) => layer switch
    {
        Layer.Policy => 25,
        Layer.Action => 40,
        _ => 35,
    };
}
