namespace SupplierEsg.Domain.Suppliers.Identifiers;

/// <summary>Every way an identifier is refused.</summary>
/// <remarks>No refusal names the check digit that would fit: it would help to make numbers up.</remarks>
public static class IdentifierRules
{
    private const string Member = "Identifiers";

    public static RuleBroken Missing() =>
        new("identifier.missing", "No number is given. Enter the number, or leave the whole row out.", Member);

    public static RuleBroken TooLong() =>
        new("identifier.too-long", "The number is longer than {0} characters. Enter the number only.", Member, SupplierIdentifier.MaxLength);

    public static RuleBroken LeiForm(string number) =>
        new("identifier.lei-form", "An LEI has 20 characters: 18 letters or digits, then 2 digits. {0} has not that form.", Member, number);

    public static RuleBroken LeiCheck(string number) =>
        new("identifier.lei-check", "The last two digits of the LEI {0} do not fit the characters before them (ISO 17442). Compare it with the original.", Member, number);

    public static RuleBroken UsccForm(string number) =>
        new(
            "identifier.uscc-form",
            "A unified social credit code has 18 digits or capital letters without I, O, S, V and Z, with digits in places 3 to 8. {0} has not that form.",
            Member,
            number
        );

    public static RuleBroken UsccInnerCheck(string number) =>
        new(
            "identifier.uscc-inner-check",
            "In the unified social credit code {0}, place 17 does not fit places 9 to 16 (organisation code, GB 11714). Compare it with the original.",
            Member,
            number
        );

    public static RuleBroken UsccCheck(string number) =>
        new(
            "identifier.uscc-check",
            "In the unified social credit code {0}, the last character does not fit the others (GB 32100). Compare it with the original.",
            Member,
            number
        );

    public static RuleBroken DunsForm(string number) =>
        new("identifier.duns-form", "A D-U-N-S number has nine digits. {0} has not that form.", Member, number);

    public static RuleBroken VatCountryMissing(string number) =>
        new("identifier.vat-country-missing", "An EU VAT number begins with the two letters of its country, such as DE or EL. {0} does not.", Member, number);

    public static RuleBroken VatNotEu(string country) =>
        new("identifier.vat-not-eu", "{0} is not a member state of the European Union. Enter this number as a national number instead.", Member, country);

    public static RuleBroken VatGreatBritain() =>
        new(
            "identifier.vat-great-britain",
            "VAT numbers that begin with GB are not EU VAT numbers; only those of Northern Ireland, which begin with XI, are. Enter this number as a national number instead.",
            Member
        );

    public static RuleBroken VatForm(string number, string country, string written) =>
        new(
            "identifier.vat-form",
            "A VAT number of {1} is written {2} (9 stands for a digit, L for a letter, X for either). {0} has not that form.",
            Member,
            number,
            country,
            written
        );

    public static RuleBroken VatCheck(string number) =>
        new("identifier.vat-check", "The VAT number {0} fails its country's check, so a character is wrong or two are swapped. Compare it with the original.", Member, number);
}
