using System.Globalization;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>Answers in words, as a reader of the page's language reads them.</summary>
public static class ShownAnswer
{
    private const int MostButtons = 12;

    /// <summary>Many choices are a list to pull down, as are those whose author wished it so.</summary>
    public static bool AsList(Question question) => question.Choices.Count > MostButtons || question.Appearance?.Contains("minimal", StringComparison.Ordinal) == true;

    /// <summary>Null when nothing was answered.</summary>
    public static string? Of(Question question, Answer? answer, string language, Words words, Show show) => answer switch
    {
        null or { Value: null, NotApplicable: false, DontKnow: false } => null,
        { NotApplicable: true } => words["Not applicable: {0}", answer.NaReason ?? ""],
        { DontKnow: true, Value: null } => words["Don't know yet"],
        _ => Value(question, answer.Value!, language, words, show),
    };

    /// <summary><c>Saved 14:03</c> today, with the date before.</summary>
    public static string Saved(Words words, Show show, DateTime at) =>
        words["Saved {0}", show.IsToday(at) ? show.Clock(at) : show.Moment(at)];

    /// <summary>The state of a theme in words, and the tag that goes with it.</summary>
    public static (string Word, string Tag) Status(Progress progress, Words words) => progress switch
    {
        { Asked: 0 } => (words["Nothing to answer"], ""),
        { Missing: > 0, Answered: 0, Unknown: 0 } => (words["Not started"], ""),
        { Open: > 0 } => (words["{0} missing", progress.Open], "caution"),
        { Answered: 0, Unknown: 0 } => (words["Optional"], ""),
        _ => (words["Done"], "good"),
    };

    /// <summary>How much is answered, in words.</summary>
    public static string Counts(Progress progress, Words words) =>
        progress.Asked == 0 ? words["Nothing to answer"] : words["{0} of {1} answered", progress.Answered, progress.Asked];

    /// <summary>What is left, as a list: not known yet, missing, minutes.</summary>
    public static string Rest(Progress progress, Words words) => string.Join(" · ", new[]
    {
        progress.Unknown > 0 ? words["{0} not known yet", progress.Unknown] : null,
        progress.Missing > 0 ? words["{0} missing", progress.Missing] : null,
        progress.MinutesLeft > 0 ? words["about {0} minutes left", AnsweringTime.Rounded(progress.MinutesLeft)] : null,
    }.OfType<string>());

    private static string Value(Question question, string value, string language, Words words, Show show) => question.Type switch
    {
        QuestionType.SelectOne => Label(question, value, language),
        QuestionType.SelectMultiple => string.Join(language.StartsWith("zh", StringComparison.Ordinal) ? "；" : "; ", value.Split(' ').Select(name => Label(question, name, language))),
        QuestionType.Acknowledge => words["Confirmed"],
        QuestionType.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => show.Date(date),
        QuestionType.Integer or QuestionType.Decimal or QuestionType.Range => Number(value) + (question.Unit is null ? "" : $" {question.Unit}"),
        _ => value,
    };

    private static string Label(Question question, string name, string language) =>
        question.Choices.FirstOrDefault(choice => choice.Name == name) is { Label.IsEmpty: false } choice ? choice.Label.In(language) : name;

    private static string Number(string value) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("#,0.##########", CultureInfo.CurrentCulture)
            : value;
}
