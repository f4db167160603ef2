using System.Globalization;
using System.Net.Mail;

namespace SupplierEsg.Infrastructure.Accounts;

internal static class MailAddresses
{
    private const int Longest = 254;

    /// <summary>The address as mail needs it: without what surrounds it, its domain in ASCII. Null where it is none.</summary>
    public static string? Read(string? written)
    {
        if (!MailAddress.TryCreate(written?.Trim(), out var address) || address.Address != written!.Trim())
            return null;
        try
        {
            var usable = $"{address.User}@{new IdnMapping().GetAscii(address.Host)}";
            return usable.Length <= Longest ? usable : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
