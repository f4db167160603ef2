namespace SupplierEsg.Domain.Suppliers;

/// <summary>A person at the supplier.</summary>
public sealed record Contact
{
    public const int MaxPartLength = 100;

    /// <summary>The longest address that mail can reach (RFC 5321).</summary>
    public const int MaxEmailLength = 254;

    public required string Name { get; init; }

    /// <summary>What the person does there, in their own words.</summary>
    public string? Role { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    /// <summary>The language to write in, a BCP 47 tag: <c>en</c>, <c>zh-Hans</c>.</summary>
    public string Language { get; init; } = "en";

    public override string ToString() =>
        string.Join(", ", new[] { Name, Role, Email, Phone, Language }.Where(p => !string.IsNullOrWhiteSpace(p)));
}
