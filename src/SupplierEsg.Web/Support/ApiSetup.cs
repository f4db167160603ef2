using Microsoft.AspNetCore.Routing;
using SupplierEsg.Web.Api;

namespace SupplierEsg.Web.Support;

internal static class ApiSetup
{
    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapAssessments();
        api.MapSuppliers();
        api.MapAnswers();
        api.MapReviews();
        api.MapDocuments();
        api.MapBeginnings();
        api.MapColleagues();
        api.MapAccounts();
        api.MapJournal();
        api.MapScorecards();
        api.MapLeague();
        api.MapScoring();
        api.MapEvaluation();
        api.MapTenders();
        api.MapQuestionnaires();
    }

    /// <summary>A bare status becomes a problem document.</summary>
    public static void UseStatusProblemsForPrograms(this WebApplication app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), programs => programs.UseStatusCodePages());

    /// <summary>
    /// Nothing at this address, or not by this method or with this media type: that is the answer, and nobody has to sign
    /// in for it. Authorization would take these for closed places.
    /// </summary>
    public static void AnswerWhatMatchesNothing(this WebApplication app) => app.Use((http, next) =>
    {
        var matched = http.GetEndpoint();
        if (matched is RouteEndpoint)
            return next(http);
        if (matched?.RequestDelegate is { } answer)
            return answer(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
