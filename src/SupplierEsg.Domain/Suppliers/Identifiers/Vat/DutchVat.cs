using static SupplierEsg.Domain.Suppliers.Identifiers.CheckDigits;

namespace SupplierEsg.Domain.Suppliers.Identifiers.Vat;

/// <summary>
/// Nine digits, B, a running number from 01. Companies' digits pass the eleven-test; the numbers that sole traders have had since
/// 2020 pass ISO 7064 mod 97-10 instead, with the country's letters counted in.
/// </summary>
internal static class DutchVat
{
    public static bool Fits(string n) => n[10..] != "00" && (ElevenTest(n[..9]) || Mod97($"NL{n}") == 1);

    /// <summary>A leading zero is often left off.</summary>
    public static string Complete(string n) => n.Length == 11 && n[8] == 'B' ? "0" + n : n;

    private static bool ElevenTest(string n) => n != "000000000" && Weighted(n, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;
}
