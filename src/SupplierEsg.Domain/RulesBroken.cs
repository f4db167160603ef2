namespace SupplierEsg.Domain;

/// <summary>Several refusals at once, so that everything that stands against something is told in one go.</summary>
public sealed class RulesBroken(IReadOnlyList<RuleBroken> refusals)
    : Exception(string.Join(' ', refusals.Select(refusal => refusal.Message)))
{
    public IReadOnlyList<RuleBroken> Refusals { get; } = refusals;
}
