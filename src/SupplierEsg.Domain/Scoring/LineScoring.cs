using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Scoring;

/// <summary>From an answer to its line: raw score, "not applicable" and the evidence's credit (<c>docs/scoring.md</c>, 1.3 to 1.5).</summary>
internal static class LineScoring
{
    private static readonly ScoreExplanation NotRelevant = new(ScoreReason.NotRelevant);
    private static readonly ScoreExplanation NotScored = new(ScoreReason.NotScored);

    public static ScoreLine Line(CompiledQuestion question, CompiledQuestionnaire questionnaire, DateOnly asOf, GivenAnswer given, FormWalk evaluation)
    {
        var definition = question.Definition;
        var relevant = evaluation.Relevant[question.Index];
        var credit = questionnaire.Rules.Credit(definition.Evidence, given.Evidence);
        var review = relevant && evaluation.IsNotApplicable(question) ? given.NaReview : (NaReview?)null;
        var (declared, verified, why) = !relevant ? (null, null, NotRelevant)
            : !question.IsScored ? (null, null, NotScored)
            : Earned(question, asOf, review, credit, evaluation);
        return new()
        {
            Question = question.Name,
            Theme = questionnaire.Themes[question.ThemeIndex].Code,
            Layer = definition.Layer,
            Weight = definition.Weight,
            Relevant = relevant,
            IsScored = relevant && question.IsScored,
            Answer = AnswerText(question, given, evaluation),
            NotApplicable = review,
            EvidenceNeed = definition.Evidence,
            Evidence = given.Evidence,
            Credit = credit,
            Figure = Figure.Of(declared, verified),
            Declared = declared,
            Verified = verified,
            Explanation = why,
        };
    }

    private static (Rational? Declared, Rational? Verified, ScoreExplanation Why) Earned(
        CompiledQuestion question, DateOnly asOf, NaReview? review, Rational credit, FormWalk evaluation)
    {
        switch (review)
        {
            case NaReview.Accepted:
                return (null, null, new(ScoreReason.NotApplicableAccepted));
            case NaReview.Pending:
                return (null, Rational.Zero, new(ScoreReason.NotApplicablePending));
            case NaReview.Rejected:
                return (Rational.Zero, Rational.Zero, new(ScoreReason.NotApplicableRejected));
        }
        var (points, why) = RawScore.Of(question.Definition, evaluation.Values[question.Index], asOf);
        return (points, points * credit, why);
    }

    // A number a person gave is shown with all its decimals; expressions see it as exactly.
    private static string AnswerText(CompiledQuestion question, GivenAnswer given, FormWalk evaluation)
    {
        var value = evaluation.Values[question.Index];
        if (value.IsBlank)
            return "";
        return question.Type == QuestionType.Calculate ? value.AsText() : given.Value.Text;
    }
}
