using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Infrastructure.Mail;

/// <summary><c>Site:PublicUrl</c>, else the address the server listens on.</summary>
internal sealed class SiteAddress(IConfiguration configuration, IServer server) : ISite
{
    public const string Setting = "Site:PublicUrl";

    // At each call: a server that chooses its port knows it only once it has started.
    public string Address(string path) => (Given() ?? Listening()).TrimEnd('/') + path;

    private string? Given()
    {
        if (configuration[Setting] is not { Length: > 0 } given)
            return null;
        return Uri.TryCreate(given, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? given
            : throw new InvalidOperationException($"{Setting} is '{given}'; give the whole address people open, such as https://esg.example.com.");
    }

    private string Listening()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault(a => a.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) ?? addresses.FirstOrDefault();
        // "All addresses" of this machine is nothing a browser can open.
        return address is null ? "http://localhost" : address.Replace("//[::]", "//localhost").Replace("//0.0.0.0", "//localhost").Replace("//+", "//localhost").Replace("//*", "//localhost");
    }
}
