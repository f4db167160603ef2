using static SupplierEsg.Domain.Suppliers.Identifiers.CheckDigits;

namespace SupplierEsg.Domain.Suppliers.Identifiers.Vat;

/// <summary>A key of two characters, then the SIREN of nine digits. Monaco's numbers are French, begin with 000 and are no SIREN.</summary>
internal static class FrenchVat
{
    private const string KeyCharacters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static bool Fits(string n)
    {
        var siren = n[2..];
        return (siren.StartsWith("000", StringComparison.Ordinal) || Luhn(siren)) && KeyFits(n, int.Parse(siren));
    }

    private static bool KeyFits(string n, int siren)
    {
        if (char.IsAsciiDigit(n[0]) && char.IsAsciiDigit(n[1]))
            return int.Parse(n[..2]) == (12 + 3 * (siren % 97)) % 97;

        // The newer key, with a letter in the first place, in the second, or in both.
        var (first, second) = (KeyCharacters.IndexOf(n[0], StringComparison.Ordinal), KeyCharacters.IndexOf(n[1], StringComparison.Ordinal));
        var key = char.IsAsciiDigit(n[0]) ? first * 24 + second - 10 : first * 34 + second - 100;
        return (siren + 1 + key / 11) % 11 == key % 11;
    }
}
