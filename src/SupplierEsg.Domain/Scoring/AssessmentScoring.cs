using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Scoring;

/// <summary>
/// The score of an assessment. Pure: the same input gives the same score on every machine. Everything is computed in exact
/// fractions; only results are rounded, to 6 decimals, half away from zero. Bands and minimums compare the rounded figures.
/// </summary>
public static class AssessmentScoring
{
    private const string OverallKey = "overall";

    /// <param name="questionnaire">The compiled version that was answered.</param>
    /// <param name="asOf">The scoring date.</param>
    /// <param name="answers">Answers, each of its question's type.</param>
    /// <param name="findings">Adverse findings about the supplier; those on themes the questionnaire doesn't have play no part.</param>
    /// <exception cref="RuleBroken"><c>scoring.too-long</c>: numbers of thousands of digits.</exception>
    public static AssessmentScore Score(
        CompiledQuestionnaire questionnaire,
        DateOnly asOf,
        AnswerSheet answers,
        IReadOnlyCollection<Finding> findings)
    {
        var evaluation = FormWalk.Run(questionnaire, asOf, answers);
        try
        {
            return Score(questionnaire, asOf, answers, evaluation, findings);
        }
        catch (NumberTooLongException)
        {
            throw FormWalk.TooLong("answers");
        }
    }

    private static AssessmentScore Score(
        CompiledQuestionnaire questionnaire,
        DateOnly asOf,
        AnswerSheet answers,
        FormWalk evaluation,
        IReadOnlyCollection<Finding> findings)
    {
        var lines = new ScoreLine?[questionnaire.Questions.Count];
        foreach (var question in questionnaire.Questions)
            lines[question.Index] = question.Type == QuestionType.Note ? null : LineScoring.Line(question, questionnaire, asOf, answers[question.Index], evaluation);

        var active = findings.Where(f => f.IsActiveOn(asOf)).ToLookup(f => f.Theme, StringComparer.Ordinal);
        var themes = questionnaire.Themes
            .Select(t => ThemeScoring.Score(t, evaluation.Themes[t.Index], lines.AsSpan(t.FirstQuestion, t.QuestionCount), questionnaire.Rules, active[t.Code]))
            .ToList();

        var overall = Mean(themes, _ => true);
        var pillars = Enum.GetValues<Pillar>().Select(p => new PillarScore(p, Mean(themes, t => t.Pillar == p))).ToList();
        var gates = Gates(questionnaire, evaluation);
        var below = BelowMinimum(questionnaire.Rules, overall.Figure, pillars);
        return new()
        {
            AsOf = asOf,
            Overall = overall,
            Pillars = pillars,
            Themes = [.. themes.Select(t => t.Score)],
            Lines = [.. lines.OfType<ScoreLine>()],
            Band = questionnaire.Rules.Bands.FirstOrDefault(b => overall.Figure.Verified is { } verified && b.Minimum <= verified)?.Name,
            Completeness = CompletenessOf(questionnaire, evaluation),
            Gates = gates,
            BelowMinimum = below,
            InsufficientBasis = [.. themes.Where(t => t.Score.InsufficientBasis).Select(t => t.Score.Code)],
            Eligibility = EligibilityOf(gates, below),
        };
    }

    // A theme without a figure hands its weight to the others by not being in the sums.
    private static GroupScore Mean(List<ExactTheme> themes, Func<ThemeScore, bool> isIn)
    {
        WeightedSum declared = default, verified = default;
        foreach (var theme in themes.Where(t => isIn(t.Score)))
        {
            if (theme.Declared is { } ownWord)
                declared = declared.With(theme.Score.Weight, ownWord);
            if (theme.Verified is { } checkedWord)
                verified = verified.With(theme.Score.Weight, checkedWord);
        }
        return new(Figure.Of(declared.Mean, verified.Mean), declared, verified);
    }

    private static List<FailedGate> Gates(CompiledQuestionnaire questionnaire, FormWalk evaluation)
    {
        var failed = new List<FailedGate>();
        foreach (var question in questionnaire.Questions)
        {
            if (question.Gate is { } gate && evaluation.Relevant[question.Index] && !evaluation.IsExcused(question)
                && !evaluation.Holds(question, gate, "gate"))
                failed.Add(new(question.Name, question.Definition.GateEffect));
        }
        return failed;
    }

    // A minimum on a null figure is missed.
    private static List<string> BelowMinimum(ScoringRules rules, Figure overall, List<PillarScore> pillars) =>
    [
        .. rules.Minimums
            .Where(m => (m.Key == OverallKey ? overall : pillars.First(p => Vocabulary.WordOf(p.Pillar) == m.Key).Figure).Verified is not { } figure || figure < m.Value)
            .Select(m => m.Key),
    ];

    private static Completeness CompletenessOf(CompiledQuestionnaire questionnaire, FormWalk evaluation)
    {
        var (required, answered) = (0, 0);
        foreach (var question in questionnaire.Questions)
        {
            if (!question.CountsAsRequired || !evaluation.Relevant[question.Index])
                continue;
            required++;
            if (!evaluation.IsBlank(question) || evaluation.IsExcused(question))
                answered++;
        }
        return new(required, answered);
    }

    private static Eligibility EligibilityOf(List<FailedGate> gates, List<string> below)
    {
        if (below.Count > 0 || gates.Any(g => g.Effect == GateEffect.Fail))
            return Eligibility.Ineligible;
        return gates.Count > 0 ? Eligibility.Conditional : Eligibility.Eligible;
    }
}
