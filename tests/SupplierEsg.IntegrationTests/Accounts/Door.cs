using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.IntegrationTests.Support;
using SupplierEsg.Web.Support;

namespace SupplierEsg.IntegrationTests.Accounts;

/// <summary>A page or an endpoint: its address, its methods, and whom it lets in.</summary>
/// <param name="TakesForm">A form with files, where others take JSON.</param>
internal sealed record Door(RoutePattern Pattern, IReadOnlyList<HttpMethod> Methods, bool TakesForm, Permission? Needs, bool IsOpen)
{
    /// <summary>What development serves of files that weren't there when the program was built.</summary>
    private const string LooseFiles = "{**path:file}";

    public string Text => "/" + Pattern.RawText!.TrimStart('/');

    public bool IsApi => Text.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>Every one the program has, files of the design left out.</summary>
    public static async Task<IReadOnlyList<Door>> All(House house)
    {
        var doors = new List<Door>();
        foreach (var endpoint in house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.Any(metadata => metadata.GetType().Name.StartsWith("StaticAsset", StringComparison.Ordinal)) || endpoint.RoutePattern.RawText == LooseFiles)
                continue;
            var metadata = await Metadata(house, endpoint);
            var methods = metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Select(method => new HttpMethod(method)).ToList() ?? [HttpMethod.Get, HttpMethod.Post];
            var takesForm = metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("multipart/form-data") == true;
            doors.Add(new(endpoint.RoutePattern, methods, takesForm, metadata.GetMetadata<NeedsAttribute>()?.Permission, metadata.GetMetadata<IAllowAnonymous>() is not null));
        }
        return doors;
    }

    // A page's demands stand on its model, which is known once the page is loaded.
    private static async Task<EndpointMetadataCollection> Metadata(House house, RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
            ? new((await house.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata)).ModelTypeInfo!.GetCustomAttributes(inherit: true))
            : endpoint.Metadata;
}
