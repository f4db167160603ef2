using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Evaluation;

/// <summary>Numbers of an evaluation with their bounds.</summary>
internal static class NumberReading
{
    /// <summary>A quadrillion, in any currency: more than any tender, and within what databases and workbooks hold exactly.</summary>
    public static readonly Rational LargestAmount = 1_000_000_000_000_000;

    public static Rational? Amount(JsonMembers members, string name, FaultList faults)
    {
        if (members.Number(name) is not { } number)
            return null;
        if (number.Sign > 0 && number <= LargestAmount)
            return number;
        faults.Add(members.PathOf(name), "This is {0}; give an amount above 0 and of at most 1,000,000,000,000,000.", Shown(number));
        return null;
    }

    public static Rational? Above(JsonMembers members, string name, Rational bound, FaultList faults)
    {
        if (members.Number(name) is not { } number)
            return null;
        if (number > bound)
            return number;
        faults.Add(members.PathOf(name), "This is {0}; give a number above {1}.", Shown(number), Shown(bound));
        return null;
    }

    public static Rational? Within(JsonMembers members, string name, Rational least, Rational most, FaultList faults)
    {
        if (members.Number(name) is not { } number)
            return null;
        if (number >= least && number <= most)
            return number;
        faults.Add(members.PathOf(name), "This is {0}; give a number from {1} to {2}.", Shown(number), Shown(least), Shown(most));
        return null;
    }

    /// <summary>A share: from 0 to below 1.</summary>
    public static Rational? Discount(JsonMembers members, string name, FaultList faults)
    {
        if (members.Number(name) is not { } number)
            return null;
        if (number.Sign >= 0 && number < Rational.One)
            return number;
        faults.Add(members.PathOf(name), "This is {0}; give a share from 0 to below 1, such as 0.05 for 5 %.", Shown(number));
        return null;
    }

    public static string Shown(Rational number) => JsonMembers.Shortened(number.ToText());
}
