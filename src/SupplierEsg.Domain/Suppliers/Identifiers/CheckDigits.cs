namespace SupplierEsg.Domain.Suppliers.Identifiers;

/// <summary>The few sums from which nearly all check digits are made.</summary>
internal static class CheckDigits
{
    public static int Digit(char c) => c - '0';

    /// <summary>0–9 and A = 10 … Z = 35.</summary>
    public static int Alphanumeric(char c) => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;

    /// <summary>The first digits times their weights, added up; digits beyond the weights don't count.</summary>
    public static int Weighted(ReadOnlySpan<char> digits, params ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += Digit(digits[i]) * weights[i];
        return sum;
    }

    /// <summary>The number, letters read as 10 … 35, modulo 97. ISO 7064 mod 97-10 holds when this is 1.</summary>
    public static int Mod97(ReadOnlySpan<char> number)
    {
        var rest = 0;
        foreach (var c in number)
        {
            var value = Alphanumeric(c);
            rest = ((value > 9 ? rest * 100 : rest * 10) + value) % 97;
        }
        return rest;
    }

    /// <summary>ISO 7064 mod 11,10 over all digits, the check digit last.</summary>
    public static bool Mod11And10(ReadOnlySpan<char> digits)
    {
        var product = 10;
        foreach (var c in digits[..^1])
        {
            var sum = (product + Digit(c)) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + Digit(digits[^1])) % 10 == 1;
    }

    /// <summary>Luhn's sum: every second digit from the right doubled and its own digits added.</summary>
    public static int LuhnSum(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = Digit(digits[^(i + 1)]) * (i % 2 + 1);
            sum += digit / 10 + digit % 10;
        }
        return sum;
    }

    public static bool Luhn(ReadOnlySpan<char> digits) => LuhnSum(digits) % 10 == 0;

    public static bool IsDate(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
