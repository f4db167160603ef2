using SupplierEsg.Domain.Journal;

namespace SupplierEsg.Domain;

/// <summary>A thing that changes as a whole, guards its rules itself, and tells what happened to it.</summary>
public abstract class Aggregate
{
    private readonly List<DomainEvent> events = [];

    /// <summary>Rises with every saved change; the concurrency token, and the ETag of the API.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<DomainEvent> Events => events;

    protected void Raise(DomainEvent happened) => events.Add(happened);

    /// <summary>Called by the database context once the events stand in the journal.</summary>
    public void EventsWritten() => events.Clear();

    /// <summary>Called by the database context for each aggregate it is about to save.</summary>
    public void Touch() => Version++;
}

/// <summary>Belongs to one supplier: that supplier's people see it, another supplier's never do.</summary>
public interface IOwnedBySupplier
{
    SupplierId SupplierId { get; }
}
