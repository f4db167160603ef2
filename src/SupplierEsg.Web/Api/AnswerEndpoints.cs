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
            .WithSummary("Saves the answers that are named and leaves all others alone. What is refused stops nothing else: the problem document lists what was saved too.")
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
    /// <param name="Asked">False while other answers hide the question: the answer is kept and counts as blank.</param>
    public sealed record GivenAnswer(object? Value, bool NotApplicable, string? NaReason, int Revision, DateTime SavedAt, string SavedBy, bool Asked, CarryOver CarryOver);

    /// <param name="State">What it counts as today: expired once its validity is over, whatever was decided about it.</param>
    /// <param name="ValidUntil">The last day on which it counts; null for no end, or where no date is known.</param>
    public sealed record Document(EvidenceId Id, string FileName, string ContentType, long Size, string Sha256, EvidenceState State, DocumentKind Kind, DateOnly? ValidUntil);

    /// <param name="Missing">Required questions without an answer.</param>
    /// <param name="Unfit">Answers that the questionnaire's own rules don't take.</param>
    /// <param name="ToLookAt">Answers taken over from the last assessment that have to be confirmed or given anew before it is submitted.</param>
    public sealed record Answers(
        AssessmentId Assessment, AssessmentState State, DateOnly DueOn, IReadOnlyDictionary<string, GivenAnswer> Given,
        IReadOnlyDictionary<string, IReadOnlyList<Document>> Evidence, IReadOnlyList<string> Missing, IReadOnlyList<string> Unfit, IReadOnlyList<string> ToLookAt, int Asked, int Answered);

    /// <param name="Saved">Revision by question.</param>
    /// <param name="NotAsked">Answers to questions that other answers hide; they were not kept.</param>
    /// <param name="Overwritten">By question, whose answer was replaced though it was newer than the revision sent.</param>
    public sealed record Saving(DateTime SavedAt, IReadOnlyDictionary<string, int> Saved, IReadOnlyList<string> NotAsked, IReadOnlyDictionary<string, string> Overwritten, IReadOnlyList<string> Missing);

    /// <param name="Revision">The revision this answer is based on; when it has risen since, the result says whose answer was replaced.</param>
    public sealed record SentAnswer(JsonElement? Value, bool NotApplicable = false, string? NaReason = null, int? Revision = null);

    /// <param name="Declared">Must be true: the answers are declared to be true and complete.</param>
    /// <param name="DeclaredBy">Name of the person who declares it.</param>
    public sealed record Declaration(bool Declared, string? DeclaredBy);

    public sealed record Attached(EvidenceId Id);

    private static async Task<Answers> Get(AssessmentId id, IMediator mediator, CancellationToken token)
    {
        var sheet = await mediator.Send(new GetSheet.Query(id), token);
        var given = sheet.Questionnaire.Questions.Where(question => sheet.Answers.ContainsKey(question.Name))
            .ToDictionary(question => question.Name, question => Written(sheet, question));
        var evidence = sheet.Evidence.ToDictionary(files => files.Key, IReadOnlyList<Document> (files) =>
            [.. files.Select(line => new Document(line.Id, line.FileName, line.ContentType, line.Size, line.Sha256, line.StateOn(sheet.Today), line.Kind, line.ValidUntil))]);
        var unfit = sheet.OpenQuestions.Where(question => sheet.StateOf(question).ConstraintBroken).Select(question => question.Name);
        return new(id, sheet.Head.State, sheet.Head.DueOn, given, evidence, Missing(sheet), [.. unfit], [.. sheet.OpenQuestions.Where(sheet.NeedsLook).Select(question => question.Name)], sheet.Progress.Asked, sheet.Progress.Answered);
    }

    private static async Task<IResult> Save(AssessmentId id, Dictionary<string, SentAnswer?> answers, IMediator mediator, CancellationToken token)
    {
        var inputs = answers.ToDictionary(sent => sent.Key, sent => new AnswerInput
        {
            Json = sent.Value?.Value ?? Null, NotApplicable = sent.Value?.NotApplicable ?? false, NaReason = sent.Value?.NaReason, Revision = sent.Value?.Revision,
        });
        var result = await mediator.Send(new SaveAnswers.Command(id, inputs), token);
        var saving = new Saving(result.At, result.Saved, result.NotAsked, result.Overwritten, Missing(result.Sheet));
        return result.Faults.Count == 0 ? TypedResults.Ok(saving) : Refused(result.Faults, saving);
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

    private static GivenAnswer Written(Sheet sheet, CompiledQuestion question)
    {
        var answer = sheet.Answers[question.Name];
        object? value = answer.Value is null ? null : question.Type switch
        {
            QuestionType.Integer or QuestionType.Decimal or QuestionType.Range => JsonElement.Parse(answer.Value),
            QuestionType.SelectMultiple => answer.Value.Split(' '),
            QuestionType.Acknowledge => true,
            _ => answer.Value,
        };
        return new(value, answer.NotApplicable, answer.NaReason, answer.Revision, answer.SavedAt, answer.SavedBy, sheet.IsAsked(question), answer.CarryOver);
    }

    private static IReadOnlyList<string> Missing(Sheet sheet) => [.. sheet.OpenQuestions.Where(question => sheet.StateOf(question).Missing).Select(question => question.Name)];

    private static IResult Refused(IReadOnlyList<Fault> faults, Saving saving) => TypedResults.Problem(new HttpValidationProblemDetails(
        faults.GroupBy(fault => fault.Path).ToDictionary(group => group.Key, group => group.Select(fault => fault.Message).ToArray()))
    {
        Status = StatusCodes.Status422UnprocessableEntity,
        Title = "Refused",
        Detail = "Some answers were refused; see errors. The others are saved; see saved.",
        Extensions = { ["code"] = "assessment.answers-refused", ["savedAt"] = saving.SavedAt, ["saved"] = saving.Saved, ["notAsked"] = saving.NotAsked },
    });
}
