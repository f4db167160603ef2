namespace SupplierEsg.Domain.Journal;

/// <summary>One line of the journal. Nothing updates or deletes it.</summary>
public sealed class JournalEntry
{
    /// <summary>Given by the database, rising. Gaps are possible (a rolled-back save), repetitions are not.</summary>
    public long Sequence { get; private set; }

    public required DateTime At { get; init; }

    /// <summary>The account that did it; null for the system itself.</summary>
    public Guid? ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string Event { get; init; }

    public required string Subject { get; init; }

    public string? Reason { get; init; }

    /// <summary>The event's members as JSON.</summary>
    public required string Payload { get; init; }
}
