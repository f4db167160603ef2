using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Mail;

/// <summary>What went out, what waits, and what is stuck.</summary>
public sealed class MailLog(AppDb db, TimeProvider time)
{
    public Task<Page<OutgoingMail>> List(MailState? state, int page, CancellationToken token) =>
        db.Set<OutgoingMail>().AsNoTracking().Where(mail => state == null || mail.State == state)
            .OrderByDescending(mail => mail.Id).ToPage(page, token);

    public async Task<OutgoingMail> Find(long id, CancellationToken token) =>
        await db.Set<OutgoingMail>().AsNoTracking().FirstOrDefaultAsync(mail => mail.Id == id, token).OrNotFound("mail");

    /// <summary>Has a mail that was given up, or that waits for its next attempt, tried at once.</summary>
    public Task TryAgain(long id, CancellationToken token) => db.InTransaction(
        () => db.Set<OutgoingMail>().Where(mail => mail.Id == id && (mail.State == MailState.Failed || mail.State == MailState.Waiting))
            .ExecuteUpdateAsync(mail => mail.SetProperty(m => m.State, MailState.Waiting).SetProperty(m => m.Attempts, 0).SetProperty(m => m.NextAttemptAt, time.Now()), token),
        token);
}
