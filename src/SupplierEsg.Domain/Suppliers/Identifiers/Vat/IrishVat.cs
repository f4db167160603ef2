using static SupplierEsg.Domain.Suppliers.Identifiers.CheckDigits;

namespace SupplierEsg.Domain.Suppliers.Identifiers.Vat;

/// <summary>
/// Seven digits and a check letter, since 2013 with a second letter that counts in the check; in the old style the second place
/// holds a letter, + or *, and the number is checked as if its first digit stood last.
/// </summary>
internal static class IrishVat
{
    private const string Letters = "WABCDEFGHIJKLMNOPQRSTUV";

    public static bool Fits(string n)
    {
        var old = !char.IsAsciiDigit(n[1]);
        var digits = old ? $"0{n[2..7]}{n[0]}" : n[..7];
        var second = n.Length > 8 ? Letters.IndexOf(n[8], StringComparison.Ordinal) : 0;
        return Letters[(Weighted(digits, 8, 7, 6, 5, 4, 3, 2) + 9 * second) % 23] == n[7];
    }
}
