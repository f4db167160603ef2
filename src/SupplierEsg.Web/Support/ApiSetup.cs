using SupplierEsg.Web.Api;

namespace SupplierEsg.Web.Support;

internal static class ApiSetup
{
    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapScorecards();
        api.MapScoring();
        api.MapFallback(() => Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "Not found", detail: "There is no such address in the API; /openapi/v1.json lists them all.")).AllowAnonymous();
    }
}
