using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

internal static class Decimals
{
    private const int MostDigits = 27;
    private const int MostDecimals = 20;

    /// <summary>As many digits as a decimal holds, which is more than a cell does.</summary>
    public static decimal ToDecimal(this Rational number)
    {
        var whole = WholeDigits(number);
        var rounded = number.Round(Math.Clamp(MostDigits - whole, 0, MostDecimals));
        return (decimal)rounded.Numerator / (decimal)rounded.Denominator;
    }

    /// <summary>Digits before the decimal point.</summary>
    public static int WholeDigits(Rational number)
    {
        var digits = 1;
        for (var rest = (number.Sign < 0 ? -number : number).Truncate() / 10; rest >= 1; rest /= 10)
            digits++;
        return digits;
    }
}
