using static SupplierEsg.Domain.Suppliers.Identifiers.CheckDigits;

namespace SupplierEsg.Domain.Suppliers.Identifiers.Vat;

/// <summary>Nine digits for legal persons, twelve for those registered for a time; the last but one is always 1.</summary>
internal static class LithuanianVat
{
    public static bool Fits(string n)
    {
        var check = Sum(n, 0) % 11;
        if (check == 10)
            check = Sum(n, 2) % 11;
        return check % 10 == Digit(n[^1]);
    }

    private static int Sum(string n, int shift)
    {
        var sum = 0;
        for (var i = 0; i < n.Length - 1; i++)
            sum += Digit(n[i]) * (1 + (i + shift) % 9);
        return sum;
    }
}
