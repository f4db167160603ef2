using SupplierEsg.Domain.Journal;

namespace SupplierEsg.Domain.Suppliers;

public sealed record SupplierRegistered(SupplierId Supplier, string LegalName, string CountryCode, SupplierStatus Status)
    : DomainEvent($"supplier/{Supplier}");

/// <summary>One member before and after, as text; null for nothing there.</summary>
public sealed record MemberChange(string Member, string? Old, string? New);

public sealed record SupplierChanged(SupplierId Supplier, IReadOnlyList<MemberChange> Changes) : DomainEvent($"supplier/{Supplier}");

public sealed record SupplierStatusChanged(SupplierId Supplier, SupplierStatus From, SupplierStatus To, string Why)
    : DomainEvent($"supplier/{Supplier}")
{
    public override string Reason => Why;
}
