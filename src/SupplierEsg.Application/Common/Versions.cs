using SupplierEsg.Domain;

namespace SupplierEsg.Application.Common;

public static class Versions
{
    /// <summary>Stops an edit that was made while looking at an older state.</summary>
    /// <param name="expected">The version that was looked at; null where whoever edits doesn't mind.</param>
    public static void RequireVersion(this Aggregate aggregate, int? expected)
    {
        if (expected is { } version && version != aggregate.Version)
            throw ChangedMeanwhile();
    }

    public static RuleBroken ChangedMeanwhile() =>
        new("common.changed-meanwhile", "Somebody else changed this in the meantime. Nothing of yours was saved; reload the page, look at what is there now, and make your change again.");
}
