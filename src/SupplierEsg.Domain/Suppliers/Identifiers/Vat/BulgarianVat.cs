using static SupplierEsg.Domain.Suppliers.Identifiers.CheckDigits;

namespace SupplierEsg.Domain.Suppliers.Identifiers.Vat;

/// <summary>Nine digits: a company. Ten digits: a person's number, a foreigner's number, or another taxpayer.</summary>
internal static class BulgarianVat
{
    public static bool Fits(string n) => n.Length == 9 ? Company(n) : Person(n) || Foreigner(n) || OtherTaxpayer(n);

    private static bool Company(string n)
    {
        var check = Weighted(n, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        if (check == 10)
            check = Weighted(n, 3, 4, 5, 6, 7, 8, 9, 10) % 11;
        return check % 10 == Digit(n[8]);
    }

    /// <summary>Begins with the birth date; the month is raised by 20 for the 19th and by 40 for the 21st century.</summary>
    private static bool Person(string n)
    {
        var (year, month, day) = (int.Parse(n[..2]) + 1900, int.Parse(n[2..4]), int.Parse(n[4..6]));
        if (month > 40)
            (year, month) = (year + 100, month - 40);
        else if (month > 20)
            (year, month) = (year - 100, month - 20);
        return IsDate(year, month, day) && Weighted(n, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == Digit(n[9]);
    }

    private static bool Foreigner(string n) => Weighted(n, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10 == Digit(n[9]);

    private static bool OtherTaxpayer(string n) => (11 - Weighted(n, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == Digit(n[9]);
}
