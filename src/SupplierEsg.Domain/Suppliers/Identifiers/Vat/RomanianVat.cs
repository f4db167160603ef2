using static SupplierEsg.Domain.Suppliers.Identifiers.CheckDigits;

namespace SupplierEsg.Domain.Suppliers.Identifiers.Vat;

/// <summary>A company's number of two to ten digits, or a person's number (CNP) of thirteen.</summary>
internal static class RomanianVat
{
    public static bool Fits(string n) => n.Length == 13 ? Person(n) : Company(n.PadLeft(10, '0'));

    private static bool Company(string n) => 10 * Weighted(n, 7, 5, 3, 2, 1, 7, 5, 3, 2) % 11 % 10 == Digit(n[9]);

    /// <summary>The first digit tells sex and century: 1, 2 19..; 3, 4 18..; 5, 6 20..; 7 to 9 residents from abroad, either.</summary>
    private static bool Person(string n)
    {
        var check = Weighted(n, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
        var century = n[0] switch { '3' or '4' => 1800, '5' or '6' => 2000, _ => 1900 };
        var (year, month, day) = (int.Parse(n[1..3]), int.Parse(n[3..5]), int.Parse(n[5..7]));
        var dated = IsDate(century + year, month, day) || (n[0] >= '7' && IsDate(2000 + year, month, day));
        return dated && (check == 10 ? 1 : check) == Digit(n[12]);
    }
}
