namespace SupplierEsg.Domain.Journal;

/// <summary>
/// A change of state that has happened. Saving writes it to the journal in the same transaction; mails and jobs are
/// driven from there. What the record holds becomes the journal's payload, so it carries ids and words, never secrets.
/// </summary>
/// <param name="Subject">What it happened to: kind and id, such as <c>supplier/0198…</c>.</param>
public abstract record DomainEvent(string Subject)
{
    /// <summary>Why, in the words of the person who did it; null where no reason is asked for.</summary>
    public virtual string? Reason => null;

    /// <summary>Stable name in the journal: the type's own.</summary>
    public string Name => GetType().Name;
}
