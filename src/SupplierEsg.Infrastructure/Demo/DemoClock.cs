namespace SupplierEsg.Infrastructure.Demo;

/// <summary>Runs behind while the demonstration's past is being lived, and on time from then on.</summary>
public sealed class DemoClock : TimeProvider
{
    public TimeSpan Behind { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Behind;
}
