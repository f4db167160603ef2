using MailKit.Net.Smtp;
using MimeKit;

namespace SupplierEsg.Infrastructure.Mail;

internal sealed class SmtpPostbox(MailOptions options) : IPostbox
{
    public async Task Drop(MimeMessage mail, long id, CancellationToken token)
    {
        using var smtp = new SmtpClient { Timeout = 30_000 };
        await smtp.ConnectAsync(options.Host, options.Port, options.Security, token);
        if (options.User.Length > 0)
            await smtp.AuthenticateAsync(options.User, options.Password, token);
        try
        {
            await smtp.SendAsync(mail, token);
        }
        catch (SmtpCommandException refusal) when (refusal.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refusal.StatusCode >= 500)
        {
            throw new RecipientRefused(refusal.Message, refusal);
        }
        await smtp.DisconnectAsync(quit: true, token);
    }
}
