using System.Collections.Frozen;
using static SupplierEsg.Domain.Suppliers.Identifiers.CheckDigits;

namespace SupplierEsg.Domain.Suppliers.Identifiers.Vat;

/// <summary>
/// VAT identification numbers of the member states, of Northern Ireland (XI) and of the One Stop Shop (EU, IM), by form and
/// check digit. Whether a number is in force only the tax office knows.
/// </summary>
internal static class EuVat
{
    public static IdentifierReading Read(string number)
    {
        if (number.Length < 2 || !char.IsAsciiLetterUpper(number[0]) || !char.IsAsciiLetterUpper(number[1]))
            return IdentifierRules.VatCountryMissing(number);

        // Greece's ISO code is GR, its VAT prefix EL.
        var prefix = number[..2] == "GR" ? "EL" : number[..2];
        if (prefix == "GB")
            return IdentifierRules.VatGreatBritain();
        if (!Countries.TryGetValue(prefix, out var country))
            return IdentifierRules.VatNotEu(prefix);

        var local = country.Complete(number[2..]);
        if (!country.HasForm(local))
            return IdentifierRules.VatForm(prefix + local, prefix, country.Written);
        return country.Fits(local)
            ? SupplierIdentifier.Checked(IdentifierScheme.EuVat, prefix + local)
            : IdentifierRules.VatCheck(prefix + local);
    }

    private static readonly FrozenDictionary<string, VatCountry> Countries = new Dictionary<string, VatCountry>
    {
        ["AT"] = new("U[0-9]{8}", "ATU99999999", n => (LuhnSum(n.AsSpan(1, 7)) + 4 + Digit(n[8])) % 10 == 0),
        ["BE"] = new("[01][0-9]{9}", "BE0999999999, BE1999999999", Belgian, n => n.Length == 9 ? "0" + n : n),
        ["BG"] = new("[0-9]{9,10}", "BG999999999, BG9999999999", BulgarianVat.Fits),
        ["CY"] = new("[0-9]{8}[A-Z]", "CY99999999L", Cypriot),
        ["CZ"] = new("[0-9]{8,10}", "CZ99999999, CZ999999999, CZ9999999999", CzechAndSlovakVat.CzechFits),
        ["DE"] = new("[1-9][0-9]{8}", "DE999999999", n => Mod11And10(n)),
        ["DK"] = new("[1-9][0-9]{7}", "DK99999999", n => Weighted(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
        ["EE"] = new("[0-9]{9}", "EE999999999", n => Weighted(n, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0),
        ["EL"] = new("[0-9]{9}", "EL999999999", Greek, n => n.Length == 8 ? "0" + n : n),
        ["ES"] = new("[0-9A-Z][0-9]{7}[0-9A-Z]", "ESX9999999X", SpanishVat.Fits),
        ["EU"] = new("[0-9]{9}", "EU999999999", OneStopShop),
        ["FI"] = new("[0-9]{8}", "FI99999999", n => Weighted(n, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0),
        ["FR"] = new("[0-9A-HJ-NP-Z]{2}[0-9]{9}", "FRXX999999999", FrenchVat.Fits),
        ["HR"] = new("[0-9]{11}", "HR99999999999", n => Mod11And10(n)),
        ["HU"] = new("[0-9]{8}", "HU99999999", n => Weighted(n, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0),
        ["IE"] = new(@"[0-9]{7}[A-W][A-W]?|[0-9][A-Z+*][0-9]{5}[A-W]", "IE9999999L, IE9999999LL, IE9L99999L", IrishVat.Fits),
        ["IM"] = new("[0-9]{10}", "IM9999999999", OneStopShop),
        ["IT"] = new("[0-9]{11}", "IT99999999999", Italian),
        ["LT"] = new("[0-9]{7}1[0-9]|[0-9]{10}1[0-9]", "LT999999919, LT999999999919", LithuanianVat.Fits),
        ["LU"] = new("[0-9]{8}", "LU99999999", n => int.Parse(n[..6]) % 89 == int.Parse(n[6..])),
        ["LV"] = new("[0-9]{11}", "LV99999999999", LatvianVat.Fits),
        ["MT"] = new("[1-9][0-9]{7}", "MT99999999", n => Weighted(n, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0),
        ["NL"] = new("[0-9]{9}B[0-9]{2}", "NL999999999B99", DutchVat.Fits, DutchVat.Complete),
        ["PL"] = new("[0-9]{10}", "PL9999999999", n => Weighted(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == Digit(n[9])),
        ["PT"] = new("[1-9][0-9]{8}", "PT999999999", n => (11 - Weighted(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == Digit(n[8])),
        ["RO"] = new("[1-9][0-9]{1,9}|[1-9][0-9]{12}", "RO99 … RO9999999999, RO9999999999999", RomanianVat.Fits),
        ["SE"] = new("[0-9]{12}", "SE999999999901", Swedish),
        ["SI"] = new("[1-9][0-9]{7}", "SI99999999", Slovenian),
        ["SK"] = new("[1-9][0-9]{9}", "SK9999999999", CzechAndSlovakVat.SlovakFits),
        ["XI"] = new("[0-9]{9}|[0-9]{12}|(?:GD|HA)[0-9]{3}", "XI999999999, XI999999999999, XIGD999, XIHA999", NorthernIrishVat.Fits),
    }.ToFrozenDictionary();

    private static bool Belgian(string n) => 97 - int.Parse(n[..8]) % 97 == int.Parse(n[8..]);

    private static bool Greek(string n) => Weighted(n, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == Digit(n[8]);

    /// <summary>Digits in odd places are replaced by a table, those in even places count as they are; 12… is not given out.</summary>
    private static bool Cypriot(string n)
    {
        ReadOnlySpan<int> odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
        var sum = 0;
        for (var i = 0; i < 8; i++)
            sum += i % 2 == 0 ? odd[Digit(n[i])] : Digit(n[i]);
        return !n.StartsWith("12", StringComparison.Ordinal) && 'A' + sum % 26 == n[8];
    }

    /// <summary>Places 8 to 10 name the province's office: 001–100, or 120, 121, 888, 999.</summary>
    private static bool Italian(string n)
    {
        var office = int.Parse(n[7..10]);
        return office is >= 1 and <= 100 or 120 or 121 or 888 or 999 && n[..7] != "0000000" && Luhn(n);
    }

    /// <summary>The register number of ten digits with its check digit, then a running number from 01 to 94.</summary>
    private static bool Swedish(string n) => Luhn(n.AsSpan(0, 10)) && int.Parse(n[10..]) is >= 1 and <= 94;

    private static bool Slovenian(string n)
    {
        var check = 11 - Weighted(n, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (check == 10 ? 0 : check) == Digit(n[7]);
    }

    // Its check digit's formula isn't public. The first three digits are the ISO 3166-1 number of the state of identification.
    private static bool OneStopShop(string n) => MemberStateNumbers.Contains(n[..3]);

    private static readonly FrozenSet<string> MemberStateNumbers = (
        "040 056 100 191 196 203 208 233 246 250 276 300 348 372 380 428 440 442 470 528 616 620 642 703 705 724 752 900"
    ).Split(' ').ToFrozenSet();
}
