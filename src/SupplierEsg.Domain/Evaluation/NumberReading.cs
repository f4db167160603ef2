using System.Numerics;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Evaluation;

/// <summary>Numbers of an evaluation with their bounds.</summary>
internal static class NumberReading
{
    /// <summary>A quadrillion, in any currency: more than any tender, and within what databases and workbooks hold exactly.</summary>
    public static readonly Rational LargestAmount = 1_000_000_000_000_000;

    private const int MostDigits = 30;

    // Of so many digits before the point and as many after it.
    private const int MostBits = 200;

    private static readonly BigInteger LongestDenominator = BigInteger.Pow(10, MostDigits);

    // The reversals of hundreds of bids compute with each number a quarter of a million times.
    public static Rational? Short(Rational? number, string path, FaultList faults)
    {
        if (number is not { } given || (given.Denominator <= LongestDenominator && given.Numerator.GetBitLength() <= MostBits))
            return number;
        faults.Add(path, "The number is too long; give at most {0} digits before the decimal point and as many after it.", MostDigits);
        return null;
    }

    public static Rational? Number(JsonMembers members, string name, FaultList faults) => Short(members.Number(name), members.PathOf(name), faults);

    public static Rational? Amount(JsonMembers members, string name, FaultList faults)
    {
        if (Number(members, name, faults) is not { } number)
            return null;
        if (number.Sign > 0 && number <= LargestAmount)
            return number;
        faults.Add(members.PathOf(name), "This is {0}; give an amount above 0 and of at most 1,000,000,000,000,000.", Shown(number));
        return null;
    }

    public static Rational? Above(JsonMembers members, string name, Rational bound, FaultList faults)
    {
        if (Number(members, name, faults) is not { } number)
            return null;
        if (number > bound)
            return number;
        faults.Add(members.PathOf(name), "This is {0}; give a number above {1}.", Shown(number), Shown(bound));
        return null;
    }

    public static Rational? Within(JsonMembers members, string name, Rational least, Rational most, FaultList faults)
    {
        if (Number(members, name, faults) is not { } number)
            return null;
        if (number >= least && number <= most)
            return number;
        faults.Add(members.PathOf(name), "This is {0}; give a number from {1} to {2}.", Shown(number), Shown(least), Shown(most));
        return null;
    }

    /// <summary>A share: from 0 to below 1.</summary>
    public static Rational? Discount(JsonMembers members, string name, FaultList faults)
    {
        if (Number(members, name, faults) is not { } number)
            return null;
        if (number.Sign >= 0 && number < Rational.One)
            return number;
        faults.Add(members.PathOf(name), "This is {0}; give a share from 0 to below 1, such as 0.05 for 5 %.", Shown(number));
        return null;
    }

    public static string Shown(Rational number) => JsonMembers.Shortened(number.ToText());
}
