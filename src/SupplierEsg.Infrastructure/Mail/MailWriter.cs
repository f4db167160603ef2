using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Infrastructure.Mail;

/// <summary>Makes a letter into a mail.</summary>
internal sealed class MailWriter(IOptions<MailOptions> options, ISite site)
{
    private readonly MailboxAddress from = MailboxAddress.Parse(options.Value.From is { Length: > 0 } given ? given : "SupplierEsg <no-reply@localhost>");

    public MimeMessage Write(OutgoingMail mail, Letter letter)
    {
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            Date = new DateTimeOffset(mail.MadeAt, TimeSpan.Zero),
            // The same at each attempt, so that a mail that went although its receipt was lost is known again.
            MessageId = $"{mail.Sequence}.{mail.Id}@{new Uri(site.Address("/")).Host}",
            Body = new MultipartAlternative(
                new TextPart(TextFormat.Plain) { Text = letter.Body.AsText() },
                new TextPart(TextFormat.Html) { Text = letter.Body.AsHtml(letter.Language) }),
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(letter.ToName, letter.To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body.Headers.Add(HeaderId.ContentLanguage, letter.Language);
        return message;
    }
}
