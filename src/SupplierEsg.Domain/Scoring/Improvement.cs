using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Scoring;

/// <summary>What would have to be different.</summary>
public enum ImprovementKind
{
    /// <summary>Valid evidence for the answer that was given.</summary>
    Evidence,

    /// <summary>Another answer.</summary>
    Answer,

    /// <summary>Another answer, and valid evidence for it.</summary>
    AnswerWithEvidence,
}

/// <summary>One change, and what it alone would bring.</summary>
/// <param name="Question">Name of the question.</param>
/// <param name="Kind">What would be different.</param>
/// <param name="Gain">Points of the verified overall figure, exact; above 0.</param>
/// <param name="Answer">The answer that earns the most, as stored; empty where the given one stays.</param>
/// <param name="ByEvidence">The part of the gain that valid evidence for the given answer would bring by itself; null where no evidence is missing.</param>
public sealed record Improvement(string Question, ImprovementKind Kind, Rational Gain, string Answer, Rational? ByEvidence);

/// <summary>
/// Which changes would have brought the most points. A what-if, not a score: each change is put into the stored answers,
/// everything is scored again by the same formulas, and the gain is the difference of the two verified overall figures.
/// </summary>
public static class Improvements
{
    public const int Most = 5;

    /// <summary>The best changes, each of another question, the largest gain first.</summary>
    /// <param name="questionnaire">The version that was answered.</param>
    /// <param name="stored">The score as it was kept.</param>
    /// <returns>None where there is no verified figure, or the stored answers don't lead to the stored figure any more.</returns>
    public static IReadOnlyList<Improvement> Of(CompiledQuestionnaire questionnaire, AssessmentScore stored)
    {
        var trial = new Trial(questionnaire, stored);
        if (stored.Overall.Verified.Mean is null || trial.Score() != stored.Overall.Verified.Mean)
            return [];
        var shares = WeightShares.Of(stored);
        var found = new List<Improvement>();
        foreach (var (line, bound) in stored.Lines.Where(l => l.Verified is not null).Select(l => (Line: l, Bound: shares[l.Question] * (Rational.Hundred - l.Verified!.Value))).OrderByDescending(l => l.Bound))
        {
            // A question can bring no more than what it lacks, so the rest can't get among the best any more.
            if (found.Count >= Most && found[Most - 1].Gain >= bound)
                break;
            if (trial.Best(line) is { } improvement)
                found.Add(improvement);
            found = [.. found.OrderByDescending(i => i.Gain)];
        }
        return [.. found.Take(Most)];
    }

    /// <summary>Answers that earn points but lack the evidence for them: missing, rejected or expired; in document order.</summary>
    public static IEnumerable<ScoreLine> LackingEvidence(AssessmentScore score) => score.Lines.Where(LacksEvidence);

    // What waits for review isn't the supplier's to do.
    private static bool LacksEvidence(ScoreLine line) =>
        line is { IsScored: true, Declared.Sign: > 0, Evidence: EvidenceState.Missing or EvidenceState.Rejected or EvidenceState.Expired } && line.Credit < Rational.One;

    /// <summary>The stored answers, with one of them exchanged at a time.</summary>
    private sealed class Trial
    {
        private readonly CompiledQuestionnaire questionnaire;
        private readonly AssessmentScore stored;
        private readonly AnswerSheet sheet;
        private readonly List<Finding> findings;

        public Trial(CompiledQuestionnaire questionnaire, AssessmentScore stored)
        {
            (this.questionnaire, this.stored, sheet) = (questionnaire, stored, questionnaire.NewSheet());
            foreach (var line in stored.Lines)
                sheet.Put(line.Question, Given(line));
            findings = [.. stored.Themes.SelectMany(theme => theme.Penalties.Select(p => new Finding(theme.Code, p.Severity, p.From, p.Until)))];
        }

        public Rational? Score() => AssessmentScoring.Score(questionnaire, stored.AsOf, sheet, findings).Overall.Verified.Mean;

        public Improvement? Best(ScoreLine line)
        {
            if (!questionnaire.TryFind(line.Question, out var question) || line.NotApplicable == NaReview.Pending)
                return null;
            var given = sheet[question.Index];
            var lacks = line.Evidence is EvidenceState.Missing or EvidenceState.Rejected or EvidenceState.Expired && line.Credit < Rational.One;
            var proved = lacks ? given with { Evidence = EvidenceState.Accepted } : given;
            var byEvidence = LacksEvidence(line) ? Gain(question, proved) : (Rational?)null;
            foreach (var better in BestAnswer.Above(question.Definition, given.Value, stored.AsOf))
            {
                var changed = proved with { Value = better, NotApplicable = false, DontKnow = false };
                if (BreaksConstraint(question, changed))
                    continue;
                var gain = Gain(question, changed);
                if (gain.Sign > 0 && gain > (byEvidence ?? Rational.Zero))
                    return new(line.Question, lacks ? ImprovementKind.AnswerWithEvidence : ImprovementKind.Answer, gain, better.Text, byEvidence);
            }
            return byEvidence is { Sign: > 0 } alone ? new(line.Question, ImprovementKind.Evidence, alone, "", alone) : null;
        }

        private Rational Gain(CompiledQuestion question, GivenAnswer changed) =>
            With(question, changed, () => (Score() ?? Rational.Zero) - stored.Overall.Verified.Mean!.Value);

        private bool BreaksConstraint(CompiledQuestion question, GivenAnswer changed) =>
            question.Constraint is not null && With(question, changed, () => questionnaire.State(stored.AsOf, sheet).Questions[question.Index].ConstraintBroken);

        private T With<T>(CompiledQuestion question, GivenAnswer changed, Func<T> ask)
        {
            var given = sheet[question.Index];
            sheet.Put(question.Name, changed);
            try
            {
                return ask();
            }
            finally
            {
                sheet.Put(question.Name, given);
            }
        }

        private GivenAnswer Given(ScoreLine line)
        {
            var value = AnswerValue.Blank;
            if (questionnaire.TryFind(line.Question, out var question))
                AnswerValue.TryReadText(question.Definition, line.Answer, line.Question, out value, out _);
            return new(value) { NotApplicable = line.NotApplicable is not null, NaReview = line.NotApplicable ?? NaReview.Pending, Evidence = line.Evidence };
        }
    }
}
