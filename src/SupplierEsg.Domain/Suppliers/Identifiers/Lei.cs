using System.Text.RegularExpressions;

namespace SupplierEsg.Domain.Suppliers.Identifiers;

/// <summary>Legal Entity Identifier (ISO 17442): 18 letters and digits, then two check digits by ISO 7064 mod 97-10.</summary>
internal static partial class Lei
{
    public static IdentifierReading Read(string number)
    {
        if (!Form().IsMatch(number))
            return IdentifierRules.LeiForm(number);

        // 00, 01 and 99 leave the same remainder as 97, 98 and 02, but are never given out.
        return CheckDigits.Mod97(number) == 1 && number[^2..] is not ("00" or "01" or "99")
            ? SupplierIdentifier.Checked(IdentifierScheme.Lei, number)
            : IdentifierRules.LeiCheck(number);
    }

    [GeneratedRegex("^[0-9A-Z]{18}[0-9]{2}$")]
    private static partial Regex Form();
}
