namespace SupplierEsg.Domain.Suppliers.Identifiers;

/// <summary>A number under which the supplier stands in a register outside; read, normalised and checked, never merely typed.</summary>
public sealed record SupplierIdentifier
{
    /// <summary>The longest value of a scheme that isn't checked.</summary>
    public const int MaxLength = 64;

    private SupplierIdentifier(IdentifierScheme scheme, string value) => (Scheme, Value) = (scheme, value);

    public IdentifierScheme Scheme { get; private init; }

    /// <summary>As the issuer writes it, without separators: <c>ATU13585627</c>, <c>EL094259216</c>, <c>5493001KJTIIGC8Y1R12</c>.</summary>
    public string Value { get; private init; }

    /// <summary>Reads what was typed, with its blanks, dots, hyphens, brackets, full-width and small letters.</summary>
    public static IdentifierReading Read(IdentifierScheme scheme, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return IdentifierRules.Missing();
        // Nothing genuine comes near this; it keeps a pasted book out of the messages.
        if (typed.Length > MaxLength)
            return IdentifierRules.TooLong();
        return scheme switch
        {
            IdentifierScheme.Lei => Lei.Read(TypedNumber.Compact(typed)),
            IdentifierScheme.Uscc => Uscc.Read(TypedNumber.Compact(typed)),
            IdentifierScheme.EuVat => Vat.EuVat.Read(TypedNumber.Compact(typed)),
            IdentifierScheme.Duns => Duns.Read(TypedNumber.Compact(typed)),
            IdentifierScheme.National or IdentifierScheme.Other => Unchecked(scheme, TypedNumber.Tidy(typed)),
            _ => throw new ArgumentOutOfRangeException(nameof(scheme), scheme, "No such scheme."),
        };
    }

    /// <summary>As <see cref="Read"/>, but throws the refusal, put to <paramref name="member"/> or else to <c>Identifiers</c>.</summary>
    public static SupplierIdentifier Of(IdentifierScheme scheme, string? typed, string? member = null)
    {
        var reading = Read(scheme, typed);
        if (reading.IsValid)
            return reading.Identifier;
        throw member is null ? reading.Refusal : reading.Refusal.At(member);
    }

    /// <summary>For the checks themselves: the value has passed one.</summary>
    internal static SupplierIdentifier Checked(IdentifierScheme scheme, string value) => new(scheme, value);

    public override string ToString() => $"{Scheme} {Value}";

    // Compatibility forms can unfold to several characters, so the length counts after tidying too.
    private static IdentifierReading Unchecked(IdentifierScheme scheme, string value) =>
        value.Length switch
        {
            0 => IdentifierRules.Missing(),
            > MaxLength => IdentifierRules.TooLong(),
            _ => new SupplierIdentifier(scheme, value),
        };
}
