using static SupplierEsg.Domain.Suppliers.Identifiers.CheckDigits;

namespace SupplierEsg.Domain.Suppliers.Identifiers.Vat;

/// <summary>
/// The British number: nine digits of which the last two check the others modulo 97, in one series as it is and in a newer one
/// raised by 55; three more digits name a branch. GD and HA number government departments (to 499) and health authorities (from 500).
/// </summary>
internal static class NorthernIrishVat
{
    public static bool Fits(string n)
    {
        if (n.Length == 5)
            return n[0] == 'G' == int.Parse(n[2..]) < 500;
        var rest = (Weighted(n, 8, 7, 6, 5, 4, 3, 2) + int.Parse(n[7..9])) % 97;
        // The raised series began only above 100.
        return rest == 0 || (rest == 42 && string.CompareOrdinal(n[..3], "100") >= 0);
    }
}
