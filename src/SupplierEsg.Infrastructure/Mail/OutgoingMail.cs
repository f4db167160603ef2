using SupplierEsg.Domain.Journal;

namespace SupplierEsg.Infrastructure.Mail;

public enum MailState
{
    Waiting,
    Sent,

    /// <summary>Given up after the last attempt; an administrator can have it tried again.</summary>
    Failed,

    /// <summary>Had become pointless before it went: a newer link was sent, say.</summary>
    Dropped,
}

/// <summary>One letter on its way to one person. At most one per journal line and recipient, so that none goes out twice.</summary>
public sealed class OutgoingMail
{
    public long Id { get; init; }

    /// <summary>The journal line it comes from.</summary>
    public long Sequence { get; init; }

    public JournalEntry Line { get; init; } = null!;

    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>The text without its secret links; what is sent is written anew from the journal.</summary>
    public required string Text { get; init; }

    public required DateTime MadeAt { get; init; }

    public MailState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>Also how long one node has it to itself: taking it up moves the time on.</summary>
    public DateTime NextAttemptAt { get; set; }

    public DateTime? SentAt { get; set; }

    public string? LastError { get; set; }
}
