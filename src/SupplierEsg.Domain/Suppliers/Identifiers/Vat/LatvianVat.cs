using static SupplierEsg.Domain.Suppliers.Identifiers.CheckDigits;

namespace SupplierEsg.Domain.Suppliers.Identifiers.Vat;

/// <summary>A legal person begins with 4 to 9; a person with the birth date, or since 2017 with 32 and no date.</summary>
internal static class LatvianVat
{
    public static bool Fits(string n)
    {
        if (n[0] > '3')
            return Weighted(n, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
        return (n.StartsWith("32", StringComparison.Ordinal) || HasBirthDate(n)) && PersonCheck(n) == Digit(n[10]);
    }

    private static int PersonCheck(string n) => (1 + Weighted(n, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10;

    /// <summary>Day, month, year of two digits, then the century: 0 for 18.., 1 for 19.., 2 for 20...</summary>
    private static bool HasBirthDate(string n) =>
        n[6] <= '2' && IsDate(1800 + 100 * Digit(n[6]) + int.Parse(n[4..6]), int.Parse(n[2..4]), int.Parse(n[..2]));
}
