using SupplierEsg.Domain.Journal;

namespace SupplierEsg.Infrastructure.Mail;

/// <summary>A mail to one person, in that person's language (<c>en</c>, <c>zh-Hans</c>).</summary>
public sealed record Letter(string To, string ToName, string Language, string Subject, LetterBody Body);

/// <summary>
/// Writes the mails an event asks for; found by scanning, made with what it asks for in its constructor. Called when
/// the line is taken up and again for each attempt at sending, because what is secret in a letter is kept nowhere: the
/// same line must give the same recipients, or none once the letter has become pointless (a newer link was sent).
/// </summary>
internal interface ILetter<in TEvent>
    where TEvent : DomainEvent
{
    Task<IReadOnlyList<Letter>> Write(TEvent happened, JournalEntry line, CancellationToken token);
}
