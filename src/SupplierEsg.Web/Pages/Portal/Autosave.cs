using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.Features;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>What <c>wwwroot/js/autosave.js</c> sends.</summary>
/// <param name="Page">The open page, by a random name of its own.</param>
/// <param name="Sequence">Rises with every save of that page.</param>
internal sealed record AutosavePost(string? Page, long Sequence, Dictionary<string, AutosavePost.Sent>? Answers)
{
    private const long MaxBytes = 2 * 1024 * 1024;
    private const int MaxAnswers = 1000;

    internal sealed record Sent(string? Value, bool Na, string? Reason, bool Unknown, int? Revision);

    /// <summary>Null when it can't be read.</summary>
    public static async Task<AutosavePost?> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBytes;
        try
        {
            return await JsonSerializer.DeserializeAsync(request.BodyReader, AutosaveJson.Default.AutosavePost, cancellationToken) is { Answers.Count: <= MaxAnswers } post ? post : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }

    public SaveAnswers.Command ToCommand(AssessmentId id) =>
        new(id, Answers!.Where(sent => sent.Value is not null).ToDictionary(
            sent => sent.Key,
            sent => new AnswerInput { Text = sent.Value.Value, NotApplicable = sent.Value.Na, NaReason = sent.Value.Reason, DontKnow = sent.Value.Unknown, Revision = sent.Value.Revision }))
        {
            Page = Page is { Length: > 0 and <= AnswersWrite.MaxPageLength } ? Page : null,
            Sequence = Sequence,
        };
}

/// <summary>What it is told.</summary>
/// <param name="At">When it was saved.</param>
/// <param name="Saved">Revision by question.</param>
/// <param name="Faults">Why something wasn't, by question.</param>
/// <param name="NotAsked">Answers to questions that aren't asked; not saved.</param>
/// <param name="Conflicts">By question, both answers where somebody has answered meanwhile; the sender's isn't saved.</param>
/// <param name="Asked">Questions of this page that are relevant now.</param>
/// <param name="Unfit">Saved, but not fit to be submitted, and why.</param>
/// <param name="Calculated">Values of calculations on this page.</param>
/// <param name="Counts">How much of the theme is answered, in words.</param>
/// <param name="Rest">What is left of it, in words.</param>
/// <param name="Missing">What stands in the way of submitting in this theme.</param>
internal sealed record AutosaveReply(
    DateTime At,
    IReadOnlyDictionary<string, int> Saved,
    IReadOnlyDictionary<string, string> Faults,
    IReadOnlyList<string> NotAsked,
    IReadOnlyDictionary<string, AutosaveReply.Both> Conflicts,
    IReadOnlyList<string> Asked,
    IReadOnlyDictionary<string, string> Unfit,
    IReadOnlyDictionary<string, string> Calculated,
    string Counts,
    string Rest,
    int Missing)
{
    /// <param name="Theirs">Whose answer it is, when it was saved and what it says, in words.</param>
    /// <param name="Mine">What the sender's says.</param>
    /// <param name="Stands">Theirs as the form holds it.</param>
    internal sealed record Both(string Theirs, string Mine, AutosavePost.Sent Stands, DateTime At);

    public static AutosaveReply Of(SaveAnswers.Result result, CompiledTheme theme, Words words, Show show)
    {
        var sheet = result.Sheet;
        var asked = new List<string>(theme.QuestionCount);
        var unfit = new Dictionary<string, string>();
        var calculated = new Dictionary<string, string>();
        foreach (var question in sheet.QuestionsOf(theme))
        {
            var state = sheet.StateOf(question);
            if (state.Relevant)
                asked.Add(question.Name);
            if (state.ConstraintBroken)
                unfit[question.Name] = UnfitMessage(question.Definition, words);
            if (state.Calculated is { } value)
                calculated[question.Name] = value;
        }
        var faults = result.Faults.GroupBy(fault => fault.Path).ToDictionary(group => group.Key, group => string.Join(' ', group.Select(fault => words[fault.Template, [.. fault.Args]])));
        var conflicts = result.Conflicts.ToDictionary(conflict => conflict.Key, conflict => BothOf(sheet, conflict.Value, words, show));
        var progress = sheet.ProgressOf(theme);
        return new(result.At, result.Saved, faults, result.NotAsked, conflicts, asked, unfit, calculated, ShownAnswer.Counts(progress, words), ShownAnswer.Rest(progress, words), progress.Open);
    }

    private static Both BothOf(Sheet sheet, AnswerConflict both, Words words, Show show)
    {
        var theirs = both.Theirs;
        sheet.Questionnaire.TryFind(theirs.Question, out var question);
        string Says(Answer answer) => ShownAnswer.Of(question!.Definition, answer, Languages.Current, words, show) ?? words["No answer"];
        return new(
            words["The answer of {0}, saved {1}: {2}", theirs.SavedBy, show.Moment(theirs.SavedAt), Says(theirs)], words["Your answer: {0}", Says(both.Mine)],
            new(theirs.Value ?? "", theirs.NotApplicable, theirs.NaReason ?? "", theirs.DontKnow, theirs.Revision), theirs.SavedAt);
    }

    private static string UnfitMessage(Question question, Words words) =>
        question.ConstraintMessage.IsEmpty
            ? words["This answer doesn't fit the rule of this question. It is saved, but look at it again before you submit."]
            : question.ConstraintMessage.In(Languages.Current);
}

/// <param name="Refused">Why nothing was saved.</param>
internal sealed record AutosaveRefusal(string Refused);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AutosavePost)), JsonSerializable(typeof(AutosaveReply)), JsonSerializable(typeof(AutosaveRefusal))]
internal sealed partial class AutosaveJson : JsonSerializerContext;

/// <summary>
/// Where the script on a theme's page sends its answers: an endpoint and no page, because it is asked for with every single answer.
/// </summary>
internal static class AutosaveEndpoint
{
    public static void MapAutosave(this WebApplication app) =>
        app.MapPost("/portal/assessments/{id}/{theme}/answers", (RequestDelegate)Save).Needs(Permission.UsePortal);

    private static async Task Save(HttpContext http)
    {
        if (!await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http) || await AutosavePost.Read(http.Request, http.RequestAborted) is not { } post)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var words = http.RequestServices.GetRequiredService<Words>();
        try
        {
            if (!AssessmentId.TryParse(http.GetRouteValue("id") as string, null, out var id))
                throw new NotFound("assessment");
            var result = await http.RequestServices.GetRequiredService<IMediator>().Send(post.ToCommand(id), http.RequestAborted);
            var theme = ThemeAddress.Find(result.Sheet.Questionnaire, (string)http.GetRouteValue("theme")!) ?? throw new NotFound("theme");
            await Tell(http, AutosaveReply.Of(result, theme, words, http.RequestServices.GetRequiredService<Show>()), AutosaveJson.Default.AutosaveReply);
        }
        catch (RuleBroken refusal)
        {
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await Tell(http, new(words.Of(refusal)), AutosaveJson.Default.AutosaveRefusal);
        }
    }

    private static Task Tell<T>(HttpContext http, T reply, JsonTypeInfo<T> shape)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(http.Response.BodyWriter, reply, shape, http.RequestAborted);
    }
}

/// <summary>The sentences the script shows; it has none of its own.</summary>
internal static class AutosaveWords
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly ConcurrentDictionary<string, HtmlString> ByLanguage = new();

    /// <summary>As the value of an attribute.</summary>
    public static IHtmlContent Of(Words words) => ByLanguage.GetOrAdd(Languages.Current, _ => new(HtmlEncoder.Default.Encode(Written(words))));

    private static string Written(Words words) => JsonSerializer.Serialize(
        new Dictionary<string, string>
        {
            ["saved"] = words["Saved {0}"],
            ["pending"] = words["Not saved yet"],
            ["offline"] = words["Not saved: no connection. It is kept in this browser and sent as soon as the connection is back."],
            ["signedOut"] = words["You have been signed out. What you type is kept in this browser; sign in again and it will be saved."],
            ["signIn"] = words["Sign in again"],
            ["failed"] = words["Not saved: something failed on our side. It is kept in this browser and sent again."],
            ["refused"] = words["Not saved"],
            ["conflict"] = words["There are two answers to this question. Choose which one stands."],
            ["theirs"] = words["Keep theirs"],
            ["mine"] = words["Use mine"],
            ["waits"] = words["Not saved: choose one of two answers"],
            ["restored"] = words["Answers that were typed in this browser before and had not been saved are in the form again: {0}."],
            ["elsewhere"] = words["Answers typed in this browser are not saved yet on these pages. Open them to save:"],
            ["lineLost"] = words["There is no connection. What you answer is kept in this browser and sent as soon as the connection is back."],
            ["lineBack"] = words["The connection is back. Everything is saved."],
            ["removeFailed"] = words["The file was not removed: no connection. Try again when the connection is back."],
            ["notes"] = words["Notes to colleagues"],
            ["notesCount"] = words["Notes to colleagues ({0})"],
            ["noteFailed"] = words["The note was not kept: no connection. It stays in its box; add it again when the connection is back."],
            ["clear"] = words["Clear the answer"],
            ["uploading"] = words["Uploading {0}"],
            ["tooLarge"] = words["{0} is too large and was not sent."],
            ["uploadFailed"] = words["The file was not taken: no connection. Choose it again when the connection is back."],
        },
        Json);
}
