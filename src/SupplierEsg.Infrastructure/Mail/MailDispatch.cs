using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Mail;

/// <summary>
/// Sends what the journal asks for, on every node: each piece of work is taken up by a conditional update that moves
/// its time on, so that no other node has it meanwhile, and one cut off comes up again by itself.
/// </summary>
internal sealed class MailDispatch(IServiceScopeFactory scopes, MailWriter writer, IPostbox postbox, TimeProvider time, ILogger<MailDispatch> log) : BackgroundService
{
    /// <summary>After this many attempts (about a day) a mail is given up until an administrator has it tried again.</summary>
    public const int MostAttempts = 12;

    private const int AtOnce = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <summary>Longer than any attempt takes.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Writes and sends everything that is due.</summary>
    public async Task Turn(CancellationToken token)
    {
        foreach (var sequence in await Due(db => db.Set<LetterToWrite>().Where(l => l.NextAttemptAt <= time.Now()).OrderBy(l => l.Sequence).Select(l => l.Sequence), token))
            if (await Take(db => db.Set<LetterToWrite>().Where(l => l.Sequence == sequence && l.NextAttemptAt <= time.Now())
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.NextAttemptAt, time.Now() + Lease).SetProperty(x => x.Attempts, x => x.Attempts + 1), token), token))
                await Write(sequence, token);
        foreach (var id in await Due(db => db.Set<OutgoingMail>().Where(m => m.State == MailState.Waiting && m.NextAttemptAt <= time.Now()).OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id).Select(m => m.Id), token))
            if (await Take(db => db.Set<OutgoingMail>().Where(m => m.Id == id && m.State == MailState.Waiting && m.NextAttemptAt <= time.Now())
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.NextAttemptAt, time.Now() + Lease).SetProperty(x => x.Attempts, x => x.Attempts + 1), token), token))
                await Send(id, token);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Turn(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Outgoing mail can't be looked after at the moment");
            }
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Queues the letters of a journal line, which thereby is done.</summary>
    private async Task Write(long sequence, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var todo = await db.Set<LetterToWrite>().Include(l => l.Line).SingleAsync(l => l.Sequence == sequence, token);
        try
        {
            foreach (var letter in (await LetterWriters.Write(scope.ServiceProvider, todo.Line, token)).DistinctBy(letter => letter.To, StringComparer.OrdinalIgnoreCase))
                db.Add(new OutgoingMail { Sequence = sequence, To = letter.To, Subject = letter.Subject, Text = letter.Body.WithoutSecrets(), MadeAt = time.Now(), NextAttemptAt = time.Now() });
            db.Remove(todo);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The letters of journal line {Sequence} can't be written (attempt {Attempt})", sequence, todo.Attempts);
            todo.NextAttemptAt = time.Now() + Wait(todo.Attempts);
        }
        await Save(db);
    }

    private async Task Send(long id, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var mail = await db.Set<OutgoingMail>().Include(m => m.Line).SingleAsync(m => m.Id == id, token);
        try
        {
            var letter = (await LetterWriters.Write(scope.ServiceProvider, mail.Line, token)).FirstOrDefault(l => l.To == mail.To);
            if (letter is not null)
                await postbox.Drop(writer.Write(mail, letter), id, token);
            mail.State = letter is null ? MailState.Dropped : MailState.Sent;
            mail.SentAt = letter is null ? null : time.Now();
            mail.LastError = null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(failure, "Mail {Id} could not be sent (attempt {Attempt})", id, mail.Attempts);
            mail.LastError = failure.Message[..Math.Min(failure.Message.Length, 1000)];
            mail.State = failure is RecipientRefused || mail.Attempts >= MostAttempts ? MailState.Failed : MailState.Waiting;
            mail.NextAttemptAt = time.Now() + Wait(mail.Attempts);
        }
        await Save(db);
    }

    /// <summary>One minute, two, four and so on, at most four hours.</summary>
    private static TimeSpan Wait(int attempts) => TimeSpan.FromMinutes(Math.Min(240, 1 << Math.Min(attempts - 1, 8)));

    private async Task<List<long>> Due(Func<AppDb, IQueryable<long>> ask, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<AppDb>()).Take(AtOnce).ToListAsync(token);
    }

    private async Task<bool> Take(Func<AppDb, Task<int>> claim, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return await db.InTransaction(() => claim(db), token) == 1;
    }

    private static async Task Save(AppDb db)
    {
        try
        {
            // What went out must be noted, even if the program is just being stopped.
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (RuleBroken)
        {
            // Another node finished it after this one's lease had run out; its note stands.
        }
    }
}
