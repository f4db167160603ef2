using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Questionnaires.Expressions;

namespace SupplierEsg.Domain.Scoring;

/// <summary>Answers to one question that earn more than the present one, the best first.</summary>
internal static class BestAnswer
{
    public static IEnumerable<AnswerValue> Above(Question question, AnswerValue present, DateOnly asOf)
    {
        var earned = Points(question, present, asOf);
        return Candidates(question, present, asOf)
            .Select(text => AnswerValue.TryReadText(question, text, question.Name, out var value, out _) ? value : AnswerValue.Blank)
            .Select(value => (Value: value, Points: Points(question, value, asOf)))
            .Where(candidate => candidate.Points > earned)
            .OrderByDescending(candidate => candidate.Points)
            .Select(candidate => candidate.Value);
    }

    private static Rational Points(Question question, AnswerValue value, DateOnly asOf) => RawScore.Of(question, value.Value, asOf).Points;

    private static IEnumerable<string> Candidates(Question question, AnswerValue present, DateOnly asOf) => question.Type switch
    {
        QuestionType.SelectOne => question.Choices.Select(choice => choice.Name),
        QuestionType.SelectMultiple => [Enough(question, present)],
        QuestionType.Acknowledge => ["OK"],
        QuestionType.Date => [IsoDate.Write(asOf)],
        QuestionType.Integer or QuestionType.Decimal or QuestionType.Range => Figures(question, present).Select(figure => figure.ToString()),
        _ => [],
    };

    // What is chosen and takes nothing away stays; to it come the choices with the most points, until nothing is left to gain.
    private static string Enough(Question question, AnswerValue present)
    {
        var chosen = question.Choices.Where(c => c.Points is { Sign: > 0 })
            .OrderByDescending(c => present.ChosenNames.Contains(c.Name)).ThenByDescending(c => c.Points!.Value);
        var (names, sum) = (new List<string>(), Rational.Zero);
        foreach (var choice in chosen)
        {
            if (sum >= Rational.Hundred && !present.ChosenNames.Contains(choice.Name))
                break;
            names.Add(choice.Name);
            sum += choice.Points!.Value;
        }
        return string.Join(' ', names);
    }

    // Points rise and fall in straight lines and steps between the given ones, so the highest lies at one of these, or for
    // whole numbers beside one. The nearest to what was answered first: of equals, the least change is told.
    private static IEnumerable<Rational> Figures(Question question, AnswerValue present)
    {
        var figures = question.Score!.Points.SelectMany(point => question.Type == QuestionType.Integer ? Whole(point.X) : [point.X]);
        if (question is { Type: QuestionType.Range, Parameters: { } range })
            figures = figures.Select(x => Rational.Max(range.Start, Rational.Min(range.End, x)));
        return present.Number is { } number ? figures.OrderBy(x => Rational.Max(x - number, number - x)) : figures;
    }

    private static IEnumerable<Rational> Whole(Rational x)
    {
        var cut = x.Truncate();
        return x.IsInteger ? [x] : [cut - Rational.One, cut, cut + Rational.One];
    }
}
