using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Questionnaires.Expressions;

namespace SupplierEsg.Domain.Scoring;

/// <summary>The raw score of one answer, 0 to 100, by the rule of its question (<c>docs/scoring.md</c>, 1.3).</summary>
internal static class RawScore
{
    private static readonly ScoreExplanation Blank = new(ScoreReason.Blank);
    private static readonly ScoreExplanation Acknowledged = new(ScoreReason.Acknowledged);

    public static (Rational Points, ScoreExplanation Why) Of(Question question, ExpressionValue value, DateOnly asOf)
    {
        if (value.IsBlank)
            return (Rational.Zero, Blank);
        return question.Type switch
        {
            QuestionType.SelectOne => Chosen(question, value.AsText()),
            QuestionType.SelectMultiple => Sum(question, value),
            QuestionType.Acknowledge => (Rational.Hundred, Acknowledged),
            QuestionType.Date => Valid(value.AsText(), asOf),
            _ => Number(question.Score!, value),
        };
    }

    private static (Rational, ScoreExplanation) Chosen(Question question, string name)
    {
        var points = question.Choices.First(c => c.Name == name).Points ?? Rational.Zero;
        return (points, new(ScoreReason.ChosenPoints) { Choices = [new(name, points)] });
    }

    private static (Rational, ScoreExplanation) Sum(Question question, ExpressionValue value)
    {
        var names = value.Choices!.Names;
        var chosen = new List<ChosenPoints>(names.Count);
        var sum = Rational.Zero;
        // The names stand in the list's order, so one pass over the list finds them all.
        foreach (var choice in question.Choices)
        {
            if (chosen.Count == names.Count || choice.Name != names[chosen.Count])
                continue;
            chosen.Add(new(choice.Name, choice.Points ?? Rational.Zero));
            sum += chosen[^1].Points;
        }
        return (Rational.Max(Rational.Zero, Rational.Min(Rational.Hundred, sum)), new(ScoreReason.SumOfChoices) { Choices = chosen, Sum = sum });
    }

    private static (Rational, ScoreExplanation) Valid(string written, DateOnly asOf)
    {
        _ = IsoDate.TryParse(written, out var date);
        return date >= asOf
            ? (Rational.Hundred, new(ScoreReason.ValidOn) { Date = date })
            : (Rational.Zero, new(ScoreReason.ExpiredOn) { Date = date });
    }

    private static (Rational, ScoreExplanation) Number(ScoreRule rule, ExpressionValue value)
    {
        if (!value.TryNumber(out var number))
            return (Rational.Zero, new(ScoreReason.NotANumber));
        var reached = Reached(rule.Points, number);
        return rule.Mode == ScoreMode.Step ? Step(rule.Points, number, reached) : Linear(rule.Points, number, reached);
    }

    /// <summary>Index of the largest x that is ≤ the value, or −1.</summary>
    private static int Reached(IReadOnlyList<ScorePoint> points, Rational number)
    {
        var reached = -1;
        while (reached + 1 < points.Count && points[reached + 1].X <= number)
            reached++;
        return reached;
    }

    private static (Rational, ScoreExplanation) Step(IReadOnlyList<ScorePoint> points, Rational number, int reached)
    {
        var point = points[Math.Max(reached, 0)];
        var reason = reached < 0 ? ScoreReason.StepBelowFirst : ScoreReason.StepReached;
        return (point.Y, new(reason) { Value = number, X1 = point.X, Y1 = point.Y });
    }

    private static (Rational, ScoreExplanation) Linear(IReadOnlyList<ScorePoint> points, Rational number, int reached)
    {
        if (reached < 0 || reached == points.Count - 1)
        {
            var end = points[Math.Max(reached, 0)];
            return (end.Y, new(ScoreReason.LinearFlat) { Value = number, X1 = end.X, Y1 = end.Y });
        }
        var (from, to) = (points[reached], points[reached + 1]);
        var score = from.Y + ((to.Y - from.Y) * (number - from.X) / (to.X - from.X));
        return (score, new(ScoreReason.LinearBetween) { Value = number, X1 = from.X, Y1 = from.Y, X2 = to.X, Y2 = to.Y });
    }
}
