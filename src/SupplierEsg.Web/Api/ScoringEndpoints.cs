using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Content.Scores;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

internal static class ScoringEndpoints
{
    /// <summary>Some fifty times the shipped questionnaire with its answers.</summary>
    public const int LongestBody = 2 * 1024 * 1024;

    private const int DeepestNesting = 32;

    public static void MapScoring(this RouteGroupBuilder api) =>
        api.MapPost("/scoring/preview", Preview).Needs(Permission.PreviewScores).WithTags("Scoring")
            .WithMetadata(new RequestSizeLimitAttribute(LongestBody)).Produces<PreviewResponse>().ProducesProblem(422).ProducesProblem(413).ProducesProblem(400)
            .WithSummary("Scores a case without storing anything")
            .WithDescription("The body holds questionnaire, asOf, answers and findings. The answer holds the figures, rounded to six decimals, and the reason for each question's points.");

    private static async Task<IResult> Preview(HttpContext http, IMediator mediator, ITexts texts, ICurrentUser user, CancellationToken token)
    {
        if (await Body(http.Request, token) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, title: "Too large", detail: $"The request is larger than the {LongestBody} bytes that are read here.");
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DeepestNesting });
        }
        catch (JsonException broken)
        {
            return NotJson(broken);
        }
        using (document)
        {
            var (score, questionnaire, faults) = await mediator.Send(new PreviewScore.Query(document.RootElement), token);
            return score is null ? Refused(faults) : Results.Ok(PreviewResponse.Of(score, new ScoreWords(texts, user.Language, score, questionnaire!)));
        }
    }

    // The server's own limit counts too, but not every server has one, and a chunked body says no length.
    private static async Task<ReadOnlyMemory<byte>?> Body(HttpRequest request, CancellationToken token)
    {
        if (request.ContentLength > LongestBody)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, token)) > 0)
        {
            if (body.Length + read > LongestBody)
                return null;
            body.Write(buffer, 0, read);
        }
        return WithoutMark(body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? body[3..] : body;

    private static IResult NotJson(JsonException broken) => Results.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        title: "Not readable",
        detail: $"This is not valid JSON in UTF-8: reading stopped in line {(broken.LineNumber ?? 0) + 1} at byte {(broken.BytePositionInLine ?? 0) + 1}. Check quotes, commas and brackets there; at most {DeepestNesting} levels may be nested.");

    private static IResult Refused(IReadOnlyList<Fault> faults)
    {
        var named = faults.Select(fault => new FaultResponse(fault.Path.Length == 0 ? "$" : fault.Path, fault.Message)).ToList();
        return Results.Problem(new HttpValidationProblemDetails(named.GroupBy(f => f.Path).ToDictionary(g => g.Key, g => g.Select(f => f.Message).ToArray()))
        {
            Status = StatusCodes.Status422UnprocessableEntity,
            Title = "Refused",
            Detail = named.Count == 1 ? named[0].Message : $"The case has {named.Count} faults; errors names each member with what it should be. Nothing was scored.",
            Extensions = { ["code"] = "scoring.faults", ["faults"] = named },
        });
    }
}

public sealed record FaultResponse(string Path, string Message);

/// <summary>The figures under the names of the worked cases, and why each question earned what it earned.</summary>
public sealed record PreviewResponse(
    FigureResponse Overall,
    string? Band,
    IReadOnlyDictionary<string, FigureResponse> Pillars,
    IReadOnlyDictionary<string, FigureResponse> Themes,
    IReadOnlyDictionary<string, FigureResponse> Questions,
    decimal Completeness,
    IReadOnlyList<GateResponse> Gates,
    IReadOnlyList<string> BelowMinimum,
    IReadOnlyList<string> InsufficientBasis,
    string Eligibility,
    IReadOnlyDictionary<string, string> Explanations)
{
    public static PreviewResponse Of(AssessmentScore score, ScoreWords words)
    {
        var figures = ScoringResponse.Of(score);
        var explanations = score.Lines.Where(line => line.IsScored).ToDictionary(line => line.Question, words.Reason, StringComparer.Ordinal);
        return new(
            figures.Overall, figures.Band, figures.Pillars, figures.Themes, figures.Questions, figures.Completeness, figures.Gates,
            figures.BelowMinimum, figures.InsufficientBasis, figures.Eligibility, explanations);
    }
}
