using System.Globalization;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Assessments;

/// <summary>A stored answer as people read it.</summary>
internal static class AnswerWords
{
    /// <summary>One line each; none where nothing was answered.</summary>
    public static IReadOnlyList<string> Lines(this ReadAssessment.AnsweredQuestion answered, Words t, Show show)
    {
        if (answered.Answer?.Value is not { Length: > 0 } value)
            return [];
        var question = answered.Question;
        if (question.IsSelect)
            return [.. answered.Choices.Select(choice => choice.In(Languages.Current))];
        if (question.IsNumber)
            return [question.Unit is { Length: > 0 } unit ? $"{Number(value)} {unit}" : Number(value)];
        return question.Type switch
        {
            QuestionType.Acknowledge => [t["Confirmed"]],
            QuestionType.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => [show.Date(date)],
            _ => value.Split('\n', StringSplitOptions.TrimEntries),
        };
    }

    // All decimals that were given; a number longer than decimal holds stays as it is written.
    private static string Number(string canonical) =>
        decimal.TryParse(canonical, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("#,##0.############################", CultureInfo.CurrentCulture)
            : canonical;
}
