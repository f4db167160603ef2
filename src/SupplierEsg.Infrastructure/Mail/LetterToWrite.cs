using SupplierEsg.Domain.Journal;

namespace SupplierEsg.Infrastructure.Mail;

/// <summary>
/// A journal line that asks for letters and has none yet. Stands in the database from the same commit as the line, so
/// that no line is passed over, however late its number became visible; goes when its letters are queued.
/// </summary>
public sealed class LetterToWrite
{
    public long Sequence { get; init; }

    public JournalEntry Line { get; init; } = null!;

    /// <summary>Also how long one node has it to itself: taking it up moves the time on.</summary>
    public DateTime NextAttemptAt { get; set; }

    public int Attempts { get; set; }
}
