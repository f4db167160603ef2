using System.Text.RegularExpressions;

namespace SupplierEsg.Domain.Suppliers.Identifiers;

/// <summary>D-U-N-S number: nine digits. Numbers given out since 2006 carry no check digit, so none is looked for.</summary>
internal static partial class Duns
{
    public static IdentifierReading Read(string number) =>
        Form().IsMatch(number) ? SupplierIdentifier.Checked(IdentifierScheme.Duns, number) : IdentifierRules.DunsForm(number);

    [GeneratedRegex("^[0-9]{9}$")]
    private static partial Regex Form();
}
