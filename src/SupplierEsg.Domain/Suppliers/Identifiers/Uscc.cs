using System.Text.RegularExpressions;

namespace SupplierEsg.Domain.Suppliers.Identifiers;

/// <summary>
/// Unified Social Credit Code (GB 32100): registering body and kind (2), division (6 digits), organisation code (9, with its
/// own check by GB 11714), check character.
/// </summary>
/// <remarks>The first two places may be letters: some registering bodies and kinds have one.</remarks>
internal static partial class Uscc
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static IdentifierReading Read(string number)
    {
        if (!Form().IsMatch(number))
            return IdentifierRules.UsccForm(number);
        if (!OrganisationCodeFits(number.AsSpan(8, 9)))
            return IdentifierRules.UsccInnerCheck(number);
        return CheckCharacter(number) == number[^1]
            ? SupplierIdentifier.Checked(IdentifierScheme.Uscc, number)
            : IdentifierRules.UsccCheck(number);
    }

    private static char CheckCharacter(string number)
    {
        var sum = 0;
        var weight = 1;
        foreach (var c in number.AsSpan(0, 17))
        {
            sum += Alphabet.IndexOf(c, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }
        return Alphabet[(31 - sum % 31) % 31];
    }

    /// <summary>GB 11714: eight characters weighted, 11 − sum mod 11, where 10 is written X and 11 is 0.</summary>
    private static bool OrganisationCodeFits(ReadOnlySpan<char> code)
    {
        ReadOnlySpan<int> weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += CheckDigits.Alphanumeric(code[i]) * weights[i];
        return "0123456789X"[(11 - sum % 11) % 11] == code[8];
    }

    [GeneratedRegex("^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$")]
    private static partial Regex Form();
}
