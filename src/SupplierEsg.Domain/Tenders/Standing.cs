using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Domain.Tenders;

/// <summary>Whether where a supplier stands with the buyer keeps it from being invited or awarded, or has to be thought of.</summary>
/// <param name="Reason">Why it stands so, in the officer's words; null where nobody wrote any.</param>
public sealed record Standing(SupplierStatus Status, string? Reason)
{
    public bool Blocks => Status == SupplierStatus.Blocked;

    /// <summary>Suspended, or not looked into yet.</summary>
    public bool Warns => Status is SupplierStatus.Suspended or SupplierStatus.Prospective;

    public static Standing Of(Supplier supplier) => new(supplier.Status, supplier.StatusReason);
}
