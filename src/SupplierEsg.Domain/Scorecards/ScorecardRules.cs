namespace SupplierEsg.Domain.Scorecards;

/// <summary>Every way something about scorecards is refused.</summary>
public static class ScorecardRules
{
    public static RuleBroken TwoSuppliers() =>
        new("scorecard.two-suppliers", "These scorecards are of two suppliers. Choose two of the same one; the league table sets suppliers side by side.", "B");
}
