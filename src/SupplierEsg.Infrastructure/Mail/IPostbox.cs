using MimeKit;

namespace SupplierEsg.Infrastructure.Mail;

/// <summary>Where finished mails are dropped.</summary>
internal interface IPostbox
{
    /// <exception cref="RecipientRefused">It is useless to try again.</exception>
    Task Drop(MimeMessage mail, long id, CancellationToken token);
}

/// <summary>The server takes no mail for this address, now or later.</summary>
internal sealed class RecipientRefused(string answer, Exception inner) : Exception(answer, inner);
