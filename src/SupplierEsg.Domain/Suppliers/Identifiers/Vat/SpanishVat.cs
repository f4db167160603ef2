using static SupplierEsg.Domain.Suppliers.Identifiers.CheckDigits;

namespace SupplierEsg.Domain.Suppliers.Identifiers.Vat;

/// <summary>
/// The tax number (NIF): of a Spaniard (eight digits, a letter), of a foreigner (X, Y or Z first), of a person without either
/// (K, L or M first), or of a legal person (another letter first; closed by a digit or a letter, as its kind demands).
/// </summary>
internal static class SpanishVat
{
    private const string PersonLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    private const string LegalPersonLetters = "JABCDEFGHI";

    public static bool Fits(string n) =>
        n[0] switch
        {
            >= '0' and <= '9' => PersonLetter(n[..8]) == n[8],
            'X' or 'Y' or 'Z' => PersonLetter((char)(n[0] - 'X' + '0') + n[1..8]) == n[8],
            'K' or 'L' or 'M' => PersonLetter(n[1..8]) == n[8],
            'I' or 'O' or 'T' => false,
            _ => LegalPerson(n),
        };

    private static char PersonLetter(string digits) => PersonLetters[int.Parse(digits) % 23];

    private static bool LegalPerson(string n)
    {
        // Luhn's sum with the check digit still missing, hence the place held by a zero.
        var check = (10 - LuhnSum($"{n[1..8]}0") % 10) % 10;
        var asDigit = n[8] == '0' + check;
        var asLetter = n[8] == LegalPersonLetters[check];
        return n[0] switch
        {
            'A' or 'B' or 'E' or 'H' => asDigit,
            'P' or 'Q' or 'S' => asLetter,
            _ => asDigit || asLetter,
        };
    }
}
