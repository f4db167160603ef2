using static SupplierEsg.Domain.Suppliers.Identifiers.CheckDigits;

namespace SupplierEsg.Domain.Suppliers.Identifiers.Vat;

/// <summary>The two countries share the birth number of the time before they parted; companies have numbers of their own.</summary>
internal static class CzechAndSlovakVat
{
    public static bool CzechFits(string n) =>
        n.Length switch
        {
            8 => Company(n),
            9 when n[0] == '6' => PersonWithoutBirthNumber(n),
            _ => BirthNumber(n),
        };

    public static bool SlovakFits(string n) =>
        (n[2] is '2' or '3' or '4' or '7' or '8' or '9' && long.Parse(n) % 11 == 0) || BirthNumber(n);

    private static bool Company(string n)
    {
        var check = (11 - Weighted(n, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
        return n[0] != '9' && (check == 0 ? 1 : check % 10) == Digit(n[7]);
    }

    private static bool PersonWithoutBirthNumber(string n) =>
        (Weighted(n.AsSpan(1), 8, 7, 6, 5, 4, 3, 2) % 11 + 8) % 10 == Digit(n[8]);

    /// <summary>
    /// Begins with the birth date: women's months are raised by 50, and either sex's by a further 20 when a day's numbers had run
    /// out. Nine digits, without check, until the end of 1953; ten since.
    /// </summary>
    private static bool BirthNumber(string n)
    {
        var (year, month, day) = (int.Parse(n[..2]) + 1900, int.Parse(n[2..4]) % 50 % 20, int.Parse(n[4..6]));
        if (n.Length == 9)
        {
            if (year >= 1980)
                year -= 100;
            return year <= 1953 && IsDate(year, month, day);
        }

        if (year < 1954)
            year += 100;
        // Until 1985 numbers were given out whose remainder 10 was written as 0.
        var check = int.Parse(n[..9]) % 11;
        return IsDate(year, month, day) && (year < 1985 ? check % 10 : check) == Digit(n[9]);
    }
}
