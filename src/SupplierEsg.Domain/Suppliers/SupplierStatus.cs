namespace SupplierEsg.Domain.Suppliers;

/// <summary>Where a supplier stands with the buyer.</summary>
public enum SupplierStatus
{
    /// <summary>Known, under consideration; not yet in the register.</summary>
    Prospective = 1,

    /// <summary>In the register; may be assessed and invited.</summary>
    Registered = 2,

    /// <summary>Found fit to be awarded contracts.</summary>
    Qualified = 3,

    /// <summary>Set aside for a time, until something is cleared up.</summary>
    Suspended = 4,

    /// <summary>Excluded.</summary>
    Blocked = 5,
}

public static class SupplierStatuses
{
    /// <summary>The longest reason for a change of status.</summary>
    public const int MaxReasonLength = 2000;

    /// <summary>
    /// What a status may change to, in the order pages offer it:
    /// prospective → registered, blocked;
    /// registered → qualified, suspended, blocked;
    /// qualified → registered (the qualification has ended), suspended, blocked;
    /// suspended → registered, qualified, blocked;
    /// blocked → registered, prospective: after a block, fitness has to be found anew.
    /// </summary>
    public static IReadOnlyList<SupplierStatus> Next(this SupplierStatus status) =>
        status switch
        {
            SupplierStatus.Prospective => [SupplierStatus.Registered, SupplierStatus.Blocked],
            SupplierStatus.Registered => [SupplierStatus.Qualified, SupplierStatus.Suspended, SupplierStatus.Blocked],
            SupplierStatus.Qualified => [SupplierStatus.Registered, SupplierStatus.Suspended, SupplierStatus.Blocked],
            SupplierStatus.Suspended => [SupplierStatus.Registered, SupplierStatus.Qualified, SupplierStatus.Blocked],
            SupplierStatus.Blocked => [SupplierStatus.Registered, SupplierStatus.Prospective],
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
        };
}
