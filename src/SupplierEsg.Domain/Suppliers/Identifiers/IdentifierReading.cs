using System.Diagnostics.CodeAnalysis;

namespace SupplierEsg.Domain.Suppliers.Identifiers;

/// <summary>What came of reading a typed identifier: the identifier, or the refusal that says what would be right.</summary>
public sealed class IdentifierReading
{
    private IdentifierReading(SupplierIdentifier? identifier, RuleBroken? refusal) => (Identifier, Refusal) = (identifier, refusal);

    public SupplierIdentifier? Identifier { get; }

    public RuleBroken? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Identifier))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsValid => Identifier is not null;

    public static implicit operator IdentifierReading(SupplierIdentifier identifier) => new(identifier, null);

    public static implicit operator IdentifierReading(RuleBroken refusal) => new(null, refusal);
}
