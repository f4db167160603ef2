using System.Globalization;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Infrastructure.Demo;

/// <summary>Answers a questionnaire as a company of a given maturity would: not evenly, but always the same for the same company.</summary>
internal sealed class DemoAnswers(CompiledQuestionnaire questionnaire, DemoSupplier supplier, DateOnly today)
{
    /// <summary>Canonical texts by question, in the questionnaire's order; only questions that are asked.</summary>
    public IReadOnlyList<(CompiledQuestion Question, string Value)> All()
    {
        var sheet = questionnaire.NewSheet();
        var given = new List<(CompiledQuestion, string)>();
        foreach (var question in questionnaire.Questions)
        {
            if (!questionnaire.State(today, sheet).Questions[question.Index].Relevant || Answer(question) is not { } text)
                continue;
            if (!AnswerValue.TryReadText(question.Definition, text, question.Name, out var value, out var fault))
                throw new InvalidOperationException($"The demonstration's answer to {question.Name} is refused: {fault!.Message}");
            sheet.Put(question.Name, new GivenAnswer(value));
            given.Add((question, value.Text));
        }
        return given;
    }

    private string? Answer(CompiledQuestion question) => question.Type switch
    {
        QuestionType.SelectOne => One(question),
        QuestionType.SelectMultiple => Several(question),
        QuestionType.Integer or QuestionType.Decimal or QuestionType.Range => Number(question),
        QuestionType.Date => Date(question),
        QuestionType.Text => supplier.Language == "zh-Hans" ? "见所附文件，每年更新一次。" : "See the attached document; it is brought up to date every year.",
        QuestionType.Acknowledge => "OK",
        _ => null,
    };

    // A gate is a promise that companies in this demonstration keep, save the weakest.
    private string One(CompiledQuestion question)
    {
        var choices = question.Definition.Choices;
        if (question.Gate is not null && supplier.Maturity >= 40)
            return choices.MaxBy(choice => Points(choice))!.Name;
        var target = Target(question);
        return choices.All(choice => choice.Points is null)
            ? choices[target >= 50 ? 0 : Math.Min(1, choices.Count - 1)].Name
            : choices.MinBy(choice => Math.Abs(Points(choice) - target))!.Name;
    }

    private string Several(CompiledQuestion question)
    {
        var useful = question.Definition.Choices.Where(choice => Points(choice) > 0).ToList();
        var wanted = (int)Math.Round(useful.Count * Target(question) / 100m, MidpointRounding.AwayFromZero);
        return wanted == 0 ? question.Definition.Choices[^1].Name : string.Join(' ', useful.Take(wanted).Select(choice => choice.Name));
    }

    private string Number(CompiledQuestion question)
    {
        var target = Target(question);
        var figure = question.Definition switch
        {
            { Score.Points: [var first, .., var last] } => Between(first, last, target),
            { Unit: "%" } => target,
            { Name: var name } when name.EndsWith("_year", StringComparison.Ordinal) => today.Year - 1,
            { Name: var name } when name.EndsWith("_rate", StringComparison.Ordinal) => (100 - target) / 10m,
            { Unit: { Length: > 0 } } => 40 + (target * 37),
            _ => 0,
        };
        var rounded = question.Type == QuestionType.Integer ? Math.Round(figure) : Math.Round(figure, 1);
        return rounded.ToString("0.##", CultureInfo.InvariantCulture);
    }

    private string Date(CompiledQuestion question)
    {
        var past = question.Definition.Constraint is not null;
        var days = past ? -90 : Target(question) >= 35 ? 400 : -30;
        return today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static decimal Between(ScorePoint first, ScorePoint last, int target)
    {
        var (x1, y1, x2, y2) = (first.X.ToDecimal6(), first.Y.ToDecimal6(), last.X.ToDecimal6(), last.Y.ToDecimal6());
        var share = y1 == y2 ? 0 : (target - y1) / (y2 - y1);
        return x1 + ((x2 - x1) * Math.Clamp(share, 0, 1));
    }

    /// <summary>The company's maturity, some points up or down by question.</summary>
    private int Target(CompiledQuestion question) => Math.Clamp(supplier.Maturity + Spread(question.Name), 0, 100);

    private int Spread(string question)
    {
        var hash = 17;
        foreach (var letter in supplier.Name + question)
            hash = unchecked((hash * 31) + letter);
        return (Math.Abs(hash % 51)) - 25;
    }

    private static decimal Points(Choice choice) => choice.Points?.ToDecimal6() ?? 0;
}
