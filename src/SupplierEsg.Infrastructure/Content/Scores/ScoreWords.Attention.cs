using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Infrastructure.Content.Scores;

/// <summary>What a reader has to know before any figure, the gravest first.</summary>
public enum AttentionKind
{
    FailedGate,
    MissedMinimum,
    ConditionalGate,
    AdverseFinding,
    Evidence,
    InsufficientBasis,
    Unanswered,
    WaitsForReview,
}

/// <summary>One thing to know, and the question or theme it is about.</summary>
public sealed record Attention(AttentionKind Kind, string Text, string? Question = null, string? Theme = null);

// What stands before anything else on a scorecard.
public sealed partial class ScoreWords
{
    /// <summary>Everything that limits the score or waits for somebody, in the order of <see cref="AttentionKind"/>.</summary>
    public IReadOnlyList<Attention> Attentions() =>
    [
        .. Gates(GateEffect.Fail, AttentionKind.FailedGate, "“{0}” has to be fulfilled and is not. The answer is: {1}."),
        .. score.BelowMinimum.Select(Minimum),
        .. Gates(GateEffect.Conditional, AttentionKind.ConditionalGate, "“{0}” is not fulfilled. The answer is: {1}."),
        .. score.Themes.SelectMany(theme => theme.Penalties.Select(p => new Attention(AttentionKind.AdverseFinding, Say("{0}: {1}", Label(theme), Explain(p)), Theme: theme.Code))),
        .. score.Lines.Where(CostsEvidence).Select(line => new Attention(AttentionKind.Evidence, LostEvidence(line), line.Question)),
        .. score.Themes.Where(t => t.InsufficientBasis).Select(Basis),
        .. score.Lines.Where(IsMissing).Select(line => new Attention(AttentionKind.Unanswered, Short(Label(line.Question)), line.Question)),
        .. score.Lines.Where(Waits).Select(line => new Attention(AttentionKind.WaitsForReview, Waiting(line), line.Question)),
    ];

    public string Heading(AttentionKind kind, int count) => kind switch
    {
        AttentionKind.FailedGate => count == 1 ? Say("A gate is not passed") : Say("{0} gates are not passed", count),
        AttentionKind.MissedMinimum => count == 1 ? Say("A minimum is not reached") : Say("{0} minimums are not reached", count),
        AttentionKind.ConditionalGate => count == 1 ? Say("A conditional gate is not passed: somebody has to decide") : Say("{0} conditional gates are not passed: somebody has to decide", count),
        AttentionKind.AdverseFinding => count == 1 ? Say("An adverse finding lowers the score") : Say("{0} adverse findings lower the score", count),
        AttentionKind.Evidence => count == 1 ? Say("One answer lacks valid evidence") : Say("{0} answers lack valid evidence", count),
        AttentionKind.InsufficientBasis => count == 1 ? Say("One theme has too little to judge by") : Say("{0} themes have too little to judge by", count),
        AttentionKind.Unanswered => count == 1 ? Say("One required question is not answered") : Say("{0} required questions are not answered", count),
        _ => count == 1 ? Say("One thing waits for review") : Say("{0} things wait for review", count),
    };

    private IEnumerable<Attention> Gates(GateEffect effect, AttentionKind kind, string sentence) =>
        from gate in score.Gates
        where gate.Effect == effect
        let line = score.Lines.FirstOrDefault(l => l.Question == gate.Question)
        let answer = line is null ? "–" : Short(Answer(line))
        select new Attention(kind, Say(sentence, Short(Label(gate.Question)), answer), gate.Question);

    private Attention Minimum(string key)
    {
        var least = Number(Rules.Minimums.FirstOrDefault(m => m.Key == key).Value);
        var pillar = score.Pillars.FirstOrDefault(p => Vocabulary.WordOf(p.Pillar) == key);
        var figure = (pillar?.Figure ?? score.Overall.Figure).Verified;
        var text = (pillar, figure) switch
        {
            (null, null) => Say("There is no verified overall score; at least {0} is required.", least),
            (null, _) => Say("The verified overall score is {0}; at least {1} is required.", Exact(figure, least), least),
            (_, null) => Say("{0}: there is no verified score; at least {1} is required.", Label(pillar.Pillar), least),
            _ => Say("{0}: the verified score is {1}; at least {2} is required.", Label(pillar.Pillar), Exact(figure, least), least),
        };
        return new(AttentionKind.MissedMinimum, text);
    }

    // 64.96 would be shown as 65.0 and called less than 65.
    private string Exact(decimal? figure, string least) =>
        Figure(figure) is var shown && (shown == least || shown == least + ".0") ? Number(figure!.Value) : shown;

    private Attention Basis(ThemeScore theme) => new(
        AttentionKind.InsufficientBasis,
        Say("{0}: {1} of the weight of {2} is not applicable, more than 40 %.", Label(theme), Number(theme.NotApplicableWeight), Number(theme.ScoredWeight)),
        Theme: theme.Code);

    private static bool CostsEvidence(ScoreLine line) =>
        line is { IsScored: true, Declared.Sign: > 0, Evidence: EvidenceState.Missing or EvidenceState.Rejected or EvidenceState.Expired } && line.Credit < Rational.One;

    private string LostEvidence(ScoreLine line)
    {
        var (label, declared, verified) = (Short(Label(line.Question)), Figure(line.Figure.Declared), Figure(line.Figure.Verified));
        return line.Evidence switch
        {
            EvidenceState.Missing => Say("“{0}”: the evidence is missing. {1} is declared, {2} counts.", label, declared, verified),
            EvidenceState.Rejected => Say("“{0}”: the evidence was rejected. {1} is declared, {2} counts.", label, declared, verified),
            _ => Say("“{0}”: the evidence has expired. {1} is declared, {2} counts.", label, declared, verified),
        };
    }

    private bool IsMissing(ScoreLine line) =>
        line is { Relevant: true, Answer: "", NotApplicable: null or NaReview.Rejected }
        && questions.TryGetValue(line.Question, out var question)
        && question is { Required: true, Type: not (QuestionType.Calculate or QuestionType.Note) };

    private static bool Waits(ScoreLine line) =>
        line is { IsScored: true, NotApplicable: NaReview.Pending }
        || (line is { IsScored: true, Declared.Sign: > 0, Evidence: EvidenceState.Pending } && line.Credit < Rational.One);

    private string Waiting(ScoreLine line)
    {
        var label = Short(Label(line.Question));
        return line.NotApplicable == NaReview.Pending
            ? Say("“{0}” was called not applicable; until a reviewer decides it counts 0 in the verified score.", label)
            : Say("“{0}”: the evidence waits for review. {1} is declared, {2} counts until then.", label, Figure(line.Figure.Declared), Figure(line.Figure.Verified));
    }
}
