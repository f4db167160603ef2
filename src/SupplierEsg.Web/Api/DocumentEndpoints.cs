using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Documents;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

/// <summary>A supplier's library by program, with the API key of one of the supplier's people.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this RouteGroupBuilder api)
    {
        var limits = ((IEndpointRouteBuilder)api).ServiceProvider.GetRequiredService<EvidenceLimits>();
        var documents = api.MapGroup("/documents").WithTags("Documents");
        documents.MapGet("", List).Needs(Permission.UsePortal).WithName("listDocuments").WithSummary("The own library, newest first, searched and filtered, page by page.").ProducesValidationProblem();
        documents.MapPost("", Add).Needs(Permission.UsePortal).Idempotent().DisableAntiforgery().RequireRateLimiting(UploadRate.Policy)
            .WithMetadata(new RequestSizeLimitAttribute(limits.MaxRequestBytes)).WithFormOptions(multipartBodyLengthLimit: limits.MaxRequestBytes)
            .WithName("addDocument").WithSummary("Puts a file (part \"file\") into the library. Content that is there already is not kept twice.")
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
        documents.MapGet("/{id}", Get).Needs(Permission.UsePortal).WithName("getDocument").WithSummary("One document and where it is used, with its ETag.").ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapGet("/{id}/content", Content).Needs(Permission.UsePortal).WithName("getDocumentContent").Produces<byte[]>(contentType: "application/octet-stream")
            .WithSummary("The file itself.").ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapPut("/{id}", Describe).Needs(Permission.UsePortal).RequiresIfMatch().WithName("describeDocument")
            .WithSummary("Says what a document is; what is left out is taken away.").ProducesValidationProblem().ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapDelete("/{id}", Remove).Needs(Permission.UsePortal).WithName("removeDocument")
            .WithSummary("Takes a document out of the library; refused while an answer that can still be changed uses it.").ProducesProblem(StatusCodes.Status404NotFound);
        var evidence = api.MapGroup("/assessments/{id}/evidence").WithTags("Documents");
        evidence.MapPut("/{document}", Attach).Needs(Permission.UsePortal).WithName("attachDocument")
            .WithSummary("Puts a document of the library beside the answer to a question.").ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        evidence.MapGet("/{document}", Open).Needs(Permission.ViewAssessments).WithName("getEvidence").Produces<byte[]>(contentType: "application/octet-stream")
            .WithSummary("A document that was put forward in a submitted assessment.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    public sealed record Use(AssessmentId Assessment, AssessmentState State, string Question, bool Open);

    /// <param name="ValidUntil">The last day on which it counts; null for no end, or where the date is missing.</param>
    /// <param name="DateMissing">Its kind ends by a date, and none is given.</param>
    public sealed record Document(
        EvidenceId Id, string FileName, string ContentType, long Size, string Sha256, DateTime UploadedAt, string UploadedBy, DocumentKind Kind, DateOnly? IssuedOn, DateOnly? ExpiresOn,
        string? Language, int? Pages, DateOnly? ValidUntil, DocumentState State, bool DateMissing, IReadOnlyList<Use> Uses, int Version);

    public sealed record DocumentList(IReadOnlyList<Document> Rows, int Total, int Page, int PageSize);

    /// <param name="search">Words of the name; all have to occur.</param>
    /// <param name="kind">policy, keyFigures, certificate, declaration, record or other.</param>
    /// <param name="state">valid, expiring or expired.</param>
    /// <param name="unused">true for those beside no answer.</param>
    private static async Task<Ok<DocumentList>> List(
        IMediator mediator, CancellationToken token, string? search = null, string? kind = null, string? state = null, bool unused = false, int page = 1, int pageSize = Paging.RowsPerPage)
    {
        var query = new ListDocuments.Query
        {
            Search = search, Kind = QueryChoice.Read<DocumentKind>(kind, nameof(kind)), State = QueryChoice.Read<DocumentState>(state, nameof(state)), Unused = unused, Page = page, PageSize = pageSize,
        };
        var found = (await mediator.Send(query, token)).Documents;
        return TypedResults.Ok(new DocumentList([.. found.Rows.Select(Written)], found.Total, found.Number, found.Size));
    }

    private static async Task<Results<Created<Document>, Ok<Document>>> Add(HttpRequest request, IMediator mediator, CancellationToken token)
    {
        var file = await EvidenceUpload.File(request, token);
        await using var content = file.OpenReadStream();
        var added = await mediator.Send(new AddDocument.Command(file.FileName, content), token);
        var document = await Read(added.Id, mediator, request.HttpContext.Response, token);
        return added.WasThere ? TypedResults.Ok(document) : TypedResults.Created($"/api/v1/documents/{added.Id}", document);
    }

    private static async Task<Ok<Document>> Get(EvidenceId id, IMediator mediator, HttpResponse response, CancellationToken token) => TypedResults.Ok(await Read(id, mediator, response, token));

    private static async Task<IResult> Content(EvidenceId id, IMediator mediator, HttpContext http, CancellationToken token) => Download.Of(await mediator.Send(new OpenEvidence.Query(id), token), http);

    private static async Task<Ok<Document>> Describe(EvidenceId id, DescribeDocument.Command command, IMediator mediator, HttpContext http, CancellationToken token)
    {
        await mediator.Send(command with { Id = id, Version = http.Request.ExpectedVersion() }, token);
        return TypedResults.Ok(await Read(id, mediator, http.Response, token));
    }

    private static async Task<NoContent> Remove(EvidenceId id, IMediator mediator, HttpRequest request, CancellationToken token)
    {
        await mediator.Send(new RemoveDocument.Command(id, request.ExpectedVersion()), token);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Attach(AssessmentId id, EvidenceId document, string question, IMediator mediator, CancellationToken token)
    {
        await mediator.Send(new AttachDocuments.Command(id, question, [document]), token);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Open(AssessmentId id, EvidenceId document, IMediator mediator, HttpContext http, CancellationToken token) =>
        Download.Of(await mediator.Send(new OpenEvidence.Query(document, id), token), http);

    private static async Task<Document> Read(EvidenceId id, IMediator mediator, HttpResponse response, CancellationToken token)
    {
        var row = await mediator.Send(new GetDocument.Query(id), token);
        response.SetETag(row.Document.Version);
        return Written(row);
    }

    private static Document Written(ListDocuments.Row row)
    {
        var it = row.Document;
        return new(
            it.Id, it.FileName, it.ContentType, it.Size, it.Sha256, it.UploadedAt, it.UploadedBy, it.Kind, it.IssuedOn, it.ExpiresOn, it.Language, it.Pages, row.ValidUntil, row.State, row.LacksDate,
            [.. row.Uses.Select(use => new Use(use.Assessment, use.State, use.Question.Name, use.Open))], it.Version);
    }
}
