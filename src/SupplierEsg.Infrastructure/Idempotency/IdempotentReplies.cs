using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Idempotency;

/// <summary>
/// Keeps replies for a day. Each step has a database context of its own, so that it neither carries along nor loses
/// what the request itself is about to save.
/// </summary>
public sealed class IdempotentReplies(IServiceScopeFactory scopes, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private DateTime swept;

    /// <summary>Claims the key; what was claimed or answered before under the same key where there is such.</summary>
    public async Task<IdempotentReply?> Begin(Guid account, string key, string fingerprint, CancellationToken token)
    {
        await Sweep(token);
        if (await Find(account, key, token) is { } known)
            return known;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Add(new IdempotentReply { AccountId = account, Key = key, Fingerprint = fingerprint, StartedAt = time.Now() });
        try
        {
            await db.SaveChangesAsync(token);
            return null;
        }
        catch (RuleBroken)
        {
            // Another request with this key came in between.
            return await Find(account, key, token) ?? throw new InvalidOperationException("An idempotency key was taken and is gone.");
        }
    }

    public Task Finish(Guid account, string key, Action<IdempotentReply> answer) => Change(account, key, (_, reply) => answer(reply));

    /// <summary>Nothing was made: the same key may be used again.</summary>
    public Task Release(Guid account, string key) => Change(account, key, (db, reply) => db.Remove(reply));

    private async Task<IdempotentReply?> Find(Guid account, string key, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var oldest = time.Now() - Kept;
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<IdempotentReply>().AsNoTracking()
            .FirstOrDefaultAsync(r => r.AccountId == account && r.Key == key && r.StartedAt > oldest, token);
    }

    private async Task Change(Guid account, string key, Action<AppDb, IdempotentReply> change)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await db.Set<IdempotentReply>().FirstOrDefaultAsync(r => r.AccountId == account && r.Key == key) is not { } reply)
            return;
        change(db, reply);
        await db.SaveChangesAsync();
    }

    // Now and then suffices: an expired row is only found by nobody. A key used again after a day needs its row gone.
    private async Task Sweep(CancellationToken token)
    {
        var now = time.Now();
        if (now - swept < TimeSpan.FromMinutes(10))
            return;
        swept = now;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var oldest = now - Kept;
        await db.InTransaction(() => db.Set<IdempotentReply>().Where(r => r.StartedAt <= oldest).ExecuteDeleteAsync(token), token);
    }
}
