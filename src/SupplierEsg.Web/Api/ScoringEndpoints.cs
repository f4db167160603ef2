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
    public static void MapScoring(this RouteGroupBuilder api) =>
        api.MapPost("/scoring/preview", Preview).Needs(Permission.PreviewScores).WithTags("Scoring")
            .WithMetadata(new RequestSizeLimitAttribute(PreviewCase.LongestBody)).Produces<PreviewResponse>().ProducesProblem(422).ProducesProblem(413).ProducesProblem(400)
            .WithSummary("Scores a case without storing anything")
            .WithDescription("The body holds questionnaire, asOf, answers and findings. The answer holds the figures, rounded to six decimals, and the reason for each question's points.");

    private static Task<IResult> Preview(HttpContext http, IMediator mediator, ITexts texts, ICurrentUser user, CancellationToken token) =>
        PreviewCase.Answer(http.Request, async body =>
        {
            var (score, questionnaire, faults) = await mediator.Send(new PreviewScore.Query(body), token);
            return score is null
                ? PreviewCase.Refused(faults, "scoring.faults", "Nothing was scored.")
                : Results.Ok(PreviewResponse.Of(score, new ScoreWords(texts, user.Language, score, questionnaire!)));
        }, token);
}

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
