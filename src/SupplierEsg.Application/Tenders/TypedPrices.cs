using SupplierEsg.Domain;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>Reads the amounts of a bid and gathers what is refused. The tender's own currency may stand behind a figure, no other.</summary>
internal sealed class TypedPrices(string currency)
{
    private readonly List<RuleBroken> refusals = [];

    public void ThrowRefusals()
    {
        if (refusals.Count > 0)
            throw new RulesBroken(refusals);
    }

    /// <summary>Above 0; null where nothing was typed, or it was refused.</summary>
    public decimal? Price(string? typed, string member) =>
        Amount(typed, member) is { } amount ? amount > 0 ? amount : Refuse(TenderRefusals.PriceNotPositive(typed!.Trim()), member) : null;

    /// <summary>A residual value is below 0.</summary>
    public decimal? Cost(string? typed, string member) => Amount(typed, member);

    private decimal? Amount(string? typed, string member)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var shown = WrittenNumber.Shown(typed.Trim());
        var fault = WrittenNumber.Read(typed, currency, out var plain);
        if (fault == NumberFault.TwoWays)
            return Refuse(TenderRefusals.PriceTwoWays(shown, WrittenNumber.Readings(plain).Whole, WrittenNumber.Readings(plain).Fraction), member);
        if (fault is not null || !Rational.TryPlain(plain, out var number))
            return Refuse(NamesCurrency(typed) ? TenderRefusals.PriceOtherCurrency(shown, currency) : TenderRefusals.PriceUnreadable(shown), member);
        if (number > PriceContent.LargestPrice || -number > PriceContent.LargestPrice)
            return Refuse(TenderRefusals.PriceTooLarge(shown), member);
        return number == number.Round(4) ? number.ToDecimal6() : Refuse(TenderRefusals.PriceDecimals(shown), member);
    }

    private static bool NamesCurrency(string typed) =>
        typed.Any(c => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.CurrencySymbol) || Currencies.All.Any(code => typed.Contains(code, StringComparison.OrdinalIgnoreCase));

    private decimal? Refuse(RuleBroken refusal, string member)
    {
        refusals.Add(refusal.At(member));
        return null;
    }
}
