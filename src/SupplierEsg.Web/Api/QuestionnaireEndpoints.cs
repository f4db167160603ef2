using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Application.Questionnaires.Importing;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Questionnaires.Comparing;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

internal static class QuestionnaireEndpoints
{
    /// <summary>The workbook, and what a form sends round it.</summary>
    public static readonly long MaxRequestBytes = WorkbookLimits.Questionnaire.FileBytes + (1024 * 1024);

    public static void MapQuestionnaires(this RouteGroupBuilder api)
    {
        var questionnaires = api.MapGroup("/questionnaires").WithTags("Questionnaires");
        questionnaires.MapGet("/", List).Needs(Permission.ViewQuestionnaires).WithName("listQuestionnaires")
            .WithSummary("Versions of all questionnaires, the newest of each first; filter by state (draft, published) and formId.");
        questionnaires.MapTiers();
        questionnaires.MapGet("/{id}", Get).Needs(Permission.ViewQuestionnaires).WithName("getQuestionnaire")
            .WithSummary("One version with its whole definition, with its ETag.").ProducesProblem(StatusCodes.Status404NotFound);
        questionnaires.MapPost("/", Import).Needs(Permission.ManageQuestionnaires).Idempotent().DisableAntiforgery().WithName("importQuestionnaire")
            .WithMetadata(new RequestSizeLimitAttribute(MaxRequestBytes)).WithFormOptions(multipartBodyLengthLimit: MaxRequestBytes)
            .WithSummary("Takes a workbook (.xlsx) as a draft: as the body itself, or as the part \"file\" of a form. A draft of the same form_id is replaced; the name can be given as fileName.")
            .Accepts<IFormFile>("multipart/form-data", WorkbookFile.MediaType).Produces<Imported>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        questionnaires.MapPost("/{id}/publish", Publish).Needs(Permission.ManageQuestionnaires).WithName("publishQuestionnaire")
            .WithSummary("Publishes a draft; from then on it never changes. With If-Match only if it is still the draft that was read.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        questionnaires.MapDelete("/{id}", Discard).Needs(Permission.ManageQuestionnaires).WithName("discardDraft")
            .WithSummary("Discards a draft; a published version stays.").ProducesProblem(StatusCodes.Status404NotFound);
        questionnaires.MapGet("/{id}/workbook", Workbook).Needs(Permission.ViewQuestionnaires).WithName("exportQuestionnaire")
            .WithSummary("One version as a workbook that imports to the same questionnaire.").Produces<byte[]>(contentType: WorkbookFile.MediaType);
        questionnaires.MapGet("/{id}/changes", Changes).Needs(Permission.ViewQuestionnaires).WithName("compareVersions")
            .WithSummary("What changed since the version before, or since the one named by with, and which answers to it still fit.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <param name="Number">Counts from 1 within the questionnaire.</param>
    /// <param name="Version">The author's own version; null where the workbook has none.</param>
    public sealed record Summary(
        QuestionnaireVersionId Id, string FormId, int Number, string? Version, IReadOnlyDictionary<string, string> Title, VersionState State,
        int Questions, string Languages, DateTime ImportedAt, DateTime? PublishedAt);

    public sealed record Summaries(IReadOnlyList<Summary> Rows, int Total, int Number, int Pages);

    /// <param name="Definition">The questionnaire in the form that POST /scoring/preview takes as its member questionnaire.</param>
    public sealed record Full(Summary Version, JsonNode Definition);

    /// <param name="Before">The version it is compared with; null where it is the first, and then nothing is listed.</param>
    /// <param name="Answers">Names of the questions people answer, by what an answer to the other version is worth: same, changed, otherType or new.</param>
    public sealed record Compared(
        QuestionnaireVersionId Version, QuestionnaireVersionId? Before, IReadOnlyList<Difference> Settings, IReadOnlyList<ComparedPart> Parts,
        IReadOnlyList<ComparedQuestion> Questions, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers);

    /// <param name="Group">Null for the theme itself.</param>
    public sealed record ComparedPart(string Theme, string? Group, IReadOnlyDictionary<string, string> Label, HowChanged How, IReadOnlyList<Difference> Differences);

    public sealed record ComparedQuestion(
        string Name, string Theme, IReadOnlyDictionary<string, string> Label, HowChanged How, bool Moved, Meaning? Meaning, IReadOnlyList<Difference> Differences);

    /// <param name="Replaced">The draft took the place of an earlier one of the same form_id.</param>
    /// <param name="Notices">What was passed over, or taken in a way its author should know of.</param>
    public sealed record Imported(Summary Version, bool Replaced, IReadOnlyList<Notice> Notices);

    public sealed record Notice(string Code, string Message);

    /// <param name="Column">The letter; null when there is no such column or none is at fault.</param>
    /// <param name="Heading">The column's heading, also of a column that is missing.</param>
    /// <param name="Position">In an expression: the character at fault, counted from 1.</param>
    public sealed record FaultLine(string Sheet, int? Row, string? Column, string? Heading, string Message, int? Position);

    private static async Task<Ok<Summaries>> List(IMediator mediator, CancellationToken token, string? state = null, string? formId = null, int page = 1)
    {
        VersionState? wanted = null;
        if (!string.IsNullOrEmpty(state))
        {
            if (!Vocabulary.TryRead<VersionState>(state, out var known))
                throw new ValidationException([new ValidationFailure(nameof(state), $"This is none of the possible words; give one of: {Vocabulary.All<VersionState>()}.")]);
            wanted = known;
        }
        var found = await mediator.Send(new ListQuestionnaires.Query(wanted, formId, page), token);
        return TypedResults.Ok(new Summaries([.. found.Rows.Select(Of)], found.Total, found.Number, found.Pages));
    }

    private static async Task<Ok<Full>> Get(QuestionnaireVersionId id, IMediator mediator, HttpResponse response, CancellationToken token)
    {
        var (version, _) = await mediator.Send(new GetQuestionnaire.Query(id), token);
        response.SetETag(version.Version);
        return TypedResults.Ok(new Full(Of(version), JsonNode.Parse(version.Definition)!));
    }

    private static async Task<IResult> Import(IMediator mediator, HttpContext http, CancellationToken token, [FromQuery] string? fileName = null)
    {
        if (await Upload.Read(http.Request, WorkbookLimits.Questionnaire.FileBytes, token) is not { } upload)
            return Results.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, title: Problems.Title(StatusCodes.Status413PayloadTooLarge), detail: $"The workbook is larger than the {Upload.Limit} MB that are read. Remove pictures and sheets that aren't needed, and send it again.");
        await using var content = upload.Content;
        var result = await mediator.Send(new ImportQuestionnaire.Command(content, fileName ?? upload.FileName), token);
        var notices = result.Notices.Select(n => new Notice(n.Code, n.ToString())).ToList();
        if (result.Id is not { } id)
            return Refused(result.Faults, notices);
        var (version, _) = await mediator.Send(new GetQuestionnaire.Query(id), token);
        http.Response.SetETag(version.Version);
        return TypedResults.Created($"/api/v1/questionnaires/{id}", new Imported(Of(version), result.Replaced, notices));
    }

    private static async Task<Ok<Full>> Publish(QuestionnaireVersionId id, IMediator mediator, HttpContext http, CancellationToken token)
    {
        await mediator.Send(new PublishQuestionnaire.Command(id) { Version = http.Request.ExpectedVersion() }, token);
        return await Get(id, mediator, http.Response, token);
    }

    private static async Task<NoContent> Discard(QuestionnaireVersionId id, IMediator mediator, CancellationToken token)
    {
        await mediator.Send(new DiscardDraft.Command(id), token);
        return TypedResults.NoContent();
    }

    private static async Task<FileContentHttpResult> Workbook(QuestionnaireVersionId id, IMediator mediator, CancellationToken token)
    {
        var file = await mediator.Send(new ExportQuestionnaire.Query(id), token);
        return TypedResults.File(file.Content, WorkbookFile.MediaType, file.Name);
    }

    private static async Task<Ok<Compared>> Changes(QuestionnaireVersionId id, IMediator mediator, CancellationToken token, QuestionnaireVersionId? with = null)
    {
        var found = await mediator.Send(new CompareVersions.Query(id, with), token);
        var answers = Enum.GetValues<Meaning>().ToDictionary(meaning => JsonNamingPolicy.CamelCase.ConvertName(meaning.ToString()), meaning => (IReadOnlyList<string>)[.. found.Changes?.Carried[meaning] ?? []]);
        return TypedResults.Ok(new Compared(id, found.Before?.Id, found.Changes?.Settings ?? [],
            [.. (found.Changes?.Parts ?? []).Select(part => new ComparedPart(part.Theme, part.Group, part.Label.All, part.How, part.Differences))],
            [.. (found.Changes?.Questions ?? []).Select(question => new ComparedQuestion(question.Name, question.Theme, question.Label.All, question.How, question.Moved, question.Meaning, question.Differences))],
            answers));
    }

    private static IResult Refused(IReadOnlyList<WorkbookFault> faults, List<Notice> notices) => Results.Problem(
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: Problems.Title(StatusCodes.Status422UnprocessableEntity),
        detail: $"The workbook can't be imported; nothing was changed. Faults: {faults.Count}; see faults.",
        extensions: new Dictionary<string, object?>
        {
            ["code"] = "questionnaire.faults",
            ["faults"] = faults.Select(f => new FaultLine(f.Sheet, f.Row, f.Column, f.Heading, f.Message, f.Position)).ToList(),
            ["notices"] = notices,
        });

    private static Summary Of(ListQuestionnaires.Row row) => new(
        row.Id, row.FormId, row.Number, row.Label.Length > 0 ? row.Label : null, row.Title.All, row.State, row.QuestionCount, row.Languages, row.ImportedAt, row.PublishedAt);

    private static Summary Of(QuestionnaireVersion version) => new(
        version.Id, version.FormId, version.Number, version.Label.Length > 0 ? version.Label : null, version.Title.All, version.State,
        version.QuestionCount, version.Languages, version.ImportedAt, version.PublishedAt);
}
