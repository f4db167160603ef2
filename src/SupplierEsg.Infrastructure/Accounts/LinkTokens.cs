using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Infrastructure.Accounts;

/// <summary>Sealed by the keys in the database, so that any node reads what another has made.</summary>
internal sealed class LinkTokens(IDataProtectionProvider protection, TimeProvider time) : ILinkTokens
{
    public string Make(string purpose, TimeSpan life, params IReadOnlyList<string> parts)
    {
        var until = time.Now().Add(life).Ticks.ToString(CultureInfo.InvariantCulture);
        var content = JsonSerializer.SerializeToUtf8Bytes<string[]>([until, .. parts]);
        return WebEncoders.Base64UrlEncode(Seal(purpose).Protect(content));
    }

    public IReadOnlyList<string>? Read(string purpose, string? token)
    {
        if (token is not { Length: > 0 and < 4000 })
            return null;
        try
        {
            var content = JsonSerializer.Deserialize<string[]>(Seal(purpose).Unprotect(WebEncoders.Base64UrlDecode(token)))!;
            return long.Parse(content[0], CultureInfo.InvariantCulture) > time.Now().Ticks ? content[1..] : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Seal(string purpose) => protection.CreateProtector("links", purpose);
}
