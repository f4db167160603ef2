using SupplierEsg.Domain;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>Reads the figures of a form and gathers all that is refused about them.</summary>
/// <param name="at">What stands before each member's name, such as <c>Rules.</c></param>
internal sealed class TypedFigures(string at = "")
{
    // Of so many digits is what the evaluation takes on each side of the decimal point.
    private const int MostDigits = 30;

    private readonly List<RuleBroken> refusals = [];

    private TypedFigures(string at, List<RuleBroken> refusals)
        : this(at) => this.refusals = refusals;

    /// <exception cref="RulesBroken">Something was refused.</exception>
    public void ThrowRefusals()
    {
        if (refusals.Count > 0)
            throw new RulesBroken([.. refusals]);
    }

    public void Refuse(RuleBroken refusal) => refusals.Add(refusal.Member is { } member && at.Length > 0 ? refusal.At(at + member) : refusal);

    /// <summary>Goes on reading for the same list under another name.</summary>
    public TypedFigures Under(string prefix) => new(prefix, refusals);

    /// <summary>Null where nothing was typed, or it was refused.</summary>
    public Rational? Number(string? typed, string member, string? unit = null)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var fault = WrittenNumber.Read(typed, unit, out var plain);
        if (fault is null && plain.Length <= MostDigits && Rational.TryPlain(plain, out var number))
            return number;
        Refuse(fault switch
        {
            NumberFault.NotANumber => RulesRefusals.NotANumber(member, WrittenNumber.Shown(typed.Trim())),
            NumberFault.TwoWays => RulesRefusals.TwoWays(member, WrittenNumber.Shown(typed.Trim()), WrittenNumber.Readings(plain).Whole, WrittenNumber.Readings(plain).Fraction),
            _ => RulesRefusals.NumberTooLong(member, MostDigits),
        });
        return null;
    }

    /// <param name="refusal">Says what is wrong with a number that isn't <paramref name="right"/>; it is given the number.</param>
    public Rational? Number(string? typed, string member, Func<Rational, bool> right, Func<string, RuleBroken> refusal, string? unit = null)
    {
        if (Number(typed, member, unit) is not { } number)
            return null;
        if (right(number))
            return number;
        Refuse(refusal(number.ToString()));
        return null;
    }

    public Rational? Amount(string? typed, string member, string? unit = null) =>
        Number(typed, member, number => number.Sign > 0 && number <= TenderRules.LargestAmount, number => RulesRefusals.AmountOutside(member, number), unit);

    public Rational? Score(string? typed, string member) =>
        Number(typed, member, number => number.Sign >= 0 && number <= Rational.Hundred, number => RulesRefusals.MinimumOutside(member, number), "%");
}
