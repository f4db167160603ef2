using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

/// <summary>Answering by program, with the API key of one of the supplier's people.</summary>
internal static class AnswerEndpoints
{
    public static void MapAnswers(this RouteGroupBuilder api)
    {
        var limits = ((IEndpointRouteBuilder)api).ServiceProvider.GetRequiredService<EvidenceLimits>();
        var assessment = api.MapGroup("/assessments/{id}").WithTags("Answers");
        assessment.MapGet("/answers", Get).Needs(Permission.UsePortal).WithName("getAnswers")
            .WithSummary("All answers and documents of an assessment, and what is missing.").ProducesProblem(StatusCodes.Status404NotFound);
        assessment.MapPut("/answers", Save).Needs(Permission.UsePortal).WithName("saveAnswers")
            .WithSummary("Saves the answers that are named and leaves all others alone. What is refused stops nothing else: the problem document lists what was saved too, and under conflicts the answers that others have given meanwhile.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        assessment.MapPost("/evidence", Attach).Needs(Permission.UsePortal).Idempotent().DisableAntiforgery().RequireRateLimiting(UploadRate.Policy)
            .WithMetadata(new RequestSizeLimitAttribute(limits.MaxRequestBytes)).WithFormOptions(multipartBodyLengthLimit: limits.MaxRequestBytes)
            .WithName("attachEvidence").WithSummary("Puts a file (part \"file\") beside the answer to a question.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        assessment.MapDelete("/evidence/{document}", Remove).Needs(Permission.UsePortal).WithName("removeEvidence")
            .WithSummary("Takes a document from an answer.").ProducesProblem(StatusCodes.Status404NotFound);
        assessment.MapPost("/submit", Submit).Needs(Permission.UsePortal).Idempotent().WithName("submitAssessment")
            .WithSummary("Freezes the answers and gives the receipt; the scorecard is made at once.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
    }

    /// <param name="Value">A number, true, a list of names, or a text; null when blank.</param>
    /// <param name="CarryOver">How it came over from the last assessment, and why it should be looked at; none where it was given in this one.</param>
    /// <param name="DontKnow">"Don't know yet": no hindrance to submitting, and scored like a blank.</param>
    /// <param name="Asked">False while other answers hide the question: the answer is kept and counts as blank.</param>
    public sealed record GivenAnswer(object? Value, bool NotApplicable, string? NaReason, bool DontKnow, int Revision, DateTime SavedAt, string SavedBy, bool Asked, CarryOver CarryOver);

    /// <param name="State">What it counts as today: expired once its validity is over, whatever was decided about it.</param>
    /// <param name="ValidUntil">The last day on which it counts; null for no end, or where no date is known.</param>
    public sealed record Document(EvidenceId Id, string FileName, string ContentType, long Size, string Sha256, EvidenceState State, DocumentKind Kind, DateOnly? ValidUntil);

    /// <param name="Missing">Required questions without an answer.</param>
    /// <param name="Unknown">Questions to which "don't know yet" was said.</param>
    /// <param name="MinutesLeft">Estimate for what isn't answered yet.</param>
    /// <param name="Unfit">Answers that the questionnaire's own rules don't take.</param>
    /// <param name="ToLookAt">Answers taken over from the last assessment that have to be confirmed or given anew before it is submitted.</param>
    public sealed record Answers(
        AssessmentId Assessment, AssessmentState State, DateOnly DueOn, IReadOnlyDictionary<string, GivenAnswer> Given,
        IReadOnlyDictionary<string, IReadOnlyList<Document>> Evidence, IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown, IReadOnlyList<string> Unfit, IReadOnlyList<string> ToLookAt, int Asked, int Answered, int MinutesLeft);

    /// <param name="Saved">Revision by question.</param>
    /// <param name="NotAsked">Answers to questions that other answers hide; they were not kept.</param>
    public sealed record Saving(DateTime SavedAt, IReadOnlyDictionary<string, int> Saved, IReadOnlyList<string> NotAsked, IReadOnlyList<string> Missing);

    /// <param name="DontKnow">"Don't know yet", which takes the place of whatever was answered before.</param>
    /// <param name="Revision">The revision this answer is based on: when somebody has given another answer since, this one isn't saved and both are told. Without it whatever is stored is replaced.</param>
    public sealed record SentAnswer(JsonElement? Value, bool NotApplicable = false, string? NaReason = null, int? Revision = null, bool DontKnow = false);

    /// <summary>The answer that stands where another wasn't saved. Send yours again with this revision to have it stand instead.</summary>
    public sealed record Conflict(string Code, object? Value, bool NotApplicable, string? NaReason, bool DontKnow, int Revision, DateTime SavedAt, string SavedBy);

    /// <param name="Declared">Must be true: the answers are declared to be true and complete.</param>
    /// <param name="DeclaredBy">Name of the person who declares it.</param>
    public sealed record Declaration(bool Declared, string? DeclaredBy);

    public sealed record Attached(EvidenceId Id);

    private static async Task<Answers> Get(AssessmentId id, IMediator mediator, CancellationToken token)
    {
        var sheet = await mediator.Send(new GetSheet.Query(id), token);
        var given = sheet.Questionnaire.Questions.Where(question => sheet.Answers.ContainsKey(question.Name))
            .ToDictionary(question => question.Name, question => Given(sheet, question));
        var evidence = sheet.Evidence.ToDictionary(files => files.Key, IReadOnlyList<Document> (files) =>
            [.. files.Select(line => new Document(line.Id, line.FileName, line.ContentType, line.Size, line.Sha256, line.StateOn(sheet.Today), line.Kind, line.ValidUntil))]);
        var unfit = sheet.OpenQuestions.Where(question => sheet.StateOf(question).ConstraintBroken).Select(question => question.Name);
        var progress = sheet.Progress;
        return new(id, sheet.Head.State, sheet.Head.DueOn, given, evidence, Missing(sheet), [.. sheet.UnknownQuestions.Select(question => question.Name)], [.. unfit],
            [.. sheet.OpenQuestions.Where(sheet.NeedsLook).Select(question => question.Name)], progress.Asked, progress.Answered, progress.MinutesLeft);
    }

    private static async Task<IResult> Save(AssessmentId id, Dictionary<string, SentAnswer?> answers, IMediator mediator, CancellationToken token)
    {
        var inputs = answers.ToDictionary(sent => sent.Key, sent => new AnswerInput
        {
            Json = sent.Value?.Value ?? Null, NotApplicable = sent.Value?.NotApplicable ?? false, NaReason = sent.Value?.NaReason, DontKnow = sent.Value?.DontKnow ?? false, Revision = sent.Value?.Revision,
        });
        var result = await mediator.Send(new SaveAnswers.Command(id, inputs), token);
        return result.Faults.Count + result.Conflicts.Count == 0
            ? TypedResults.Ok(new Saving(result.At, result.Saved, result.NotAsked, Missing(result.Sheet)))
            : Refused(result);
    }

    private static async Task<IResult> Attach(AssessmentId id, string question, HttpRequest request, IMediator mediator, CancellationToken token)
    {
        var file = await EvidenceUpload.File(request, token);
        await using var content = file.OpenReadStream();
        return TypedResults.Created((string?)null, new Attached(await mediator.Send(new AttachEvidence.Command(id, question, file.FileName, content), token)));
    }

    private static async Task<IResult> Remove(AssessmentId id, EvidenceId document, string question, IMediator mediator, CancellationToken token)
    {
        await mediator.Send(new RemoveEvidence.Command(id, question, document), token);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Submit(AssessmentId id, Declaration declaration, IMediator mediator, CancellationToken token)
    {
        var submission = await mediator.Send(new SubmitAssessment.Command(id, declaration.Declared, declaration.DeclaredBy), token);
        return TypedResults.Created($"/receipts/{submission.Receipt}", submission);
    }

    private static readonly JsonElement Null = JsonElement.Parse("null");

    private static GivenAnswer Given(Sheet sheet, CompiledQuestion question)
    {
        var answer = sheet.Answers[question.Name];
        return new(Written(sheet, answer), answer.NotApplicable, answer.NaReason, answer.DontKnow, answer.Revision, answer.SavedAt, answer.SavedBy, sheet.IsAsked(question), answer.CarryOver);
    }

    private static object? Written(Sheet sheet, Answer answer) => answer.Value is null || !sheet.Questionnaire.TryFind(answer.Question, out var question) ? null : question.Type switch
    {
        QuestionType.Integer or QuestionType.Decimal or QuestionType.Range => JsonElement.Parse(answer.Value),
        QuestionType.SelectMultiple => answer.Value.Split(' '),
        QuestionType.Acknowledge => true,
        _ => answer.Value,
    };

    private static IReadOnlyList<string> Missing(Sheet sheet) => [.. sheet.OpenQuestions.Where(question => sheet.StateOf(question).Missing).Select(question => question.Name)];

    private static IResult Refused(SaveAnswers.Result result) => TypedResults.Problem(new HttpValidationProblemDetails(
        result.Faults.Concat(result.Conflicts.Values.Select(conflict => AnsweringFaults.AnsweredMeanwhile(conflict.Theirs.Question, conflict.Theirs.SavedBy))).GroupBy(fault => fault.Path).ToDictionary(group => group.Key, group => group.Select(fault => fault.Message).ToArray()))
    {
        Status = StatusCodes.Status422UnprocessableEntity,
        Title = "Refused",
        Detail = "Some answers were refused; see errors. The others are saved; see saved.",
        Extensions =
        {
            ["code"] = "assessment.answers-refused", ["savedAt"] = result.At, ["saved"] = result.Saved, ["notAsked"] = result.NotAsked,
            ["conflicts"] = result.Conflicts.ToDictionary(conflict => conflict.Key, conflict => Stands(result.Sheet, conflict.Value.Theirs)),
        },
    });

    private static Conflict Stands(Sheet sheet, Answer theirs) =>
        new("assessment.answer-changed", Written(sheet, theirs), theirs.NotApplicable, theirs.NaReason, theirs.DontKnow, theirs.Revision, theirs.SavedAt, theirs.SavedBy);
}
