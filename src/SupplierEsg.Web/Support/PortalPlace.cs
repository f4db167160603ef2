using Microsoft.AspNetCore.Mvc;

namespace SupplierEsg.Web.Support;

/// <summary>An address that came with a request, to go on to afterwards: taken only when it is a page of the portal.</summary>
internal static class PortalPlace
{
    public static string? Of(string? address, IUrlHelper url) =>
        address?.StartsWith("/portal/", StringComparison.Ordinal) == true && url.IsLocalUrl(address) ? address : null;
}
