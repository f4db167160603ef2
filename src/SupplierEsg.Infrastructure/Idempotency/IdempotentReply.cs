namespace SupplierEsg.Infrastructure.Idempotency;

/// <summary>
/// A creation asked for under an <c>Idempotency-Key</c>: first only that it is under way, then what was answered, so
/// that a repetition gets the same answer and makes nothing.
/// </summary>
public sealed class IdempotentReply
{
    /// <summary>Keys of different accounts have nothing to do with each other.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>SHA-256, in hexadecimal, of the key: databases that compare without case would take two keys for one.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256, in hexadecimal, of method, address and body.</summary>
    public required string Fingerprint { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>Null while it is under way.</summary>
    public int? Status { get; set; }

    public string? ContentType { get; set; }

    public string? Location { get; set; }

    public string? ETag { get; set; }

    public byte[]? Body { get; set; }
}
