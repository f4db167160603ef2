using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Accounts;

/// <summary>The one row that says which link makes the first administrator; gone once one is there.</summary>
public sealed class SetupLink
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public required string Hash { get; set; }

    public required DateTime MadeAt { get; set; }
}

internal sealed class SetupLinks(AppDb db, AccountMaker maker, ISite site, TimeProvider time) : ISetup
{
    public async Task<string?> Renew(CancellationToken token)
    {
        if (await db.Users.AnyAsync(token))
        {
            await db.InTransaction(() => db.Set<SetupLink>().ExecuteDeleteAsync(token), token);
            return null;
        }
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var link = await db.Set<SetupLink>().SingleOrDefaultAsync(token);
        if (link is null)
            db.Add(new SetupLink { Hash = HashOf(secret), MadeAt = time.Now() });
        else
            (link.Hash, link.MadeAt) = (HashOf(secret), time.Now());
        await db.SaveChangesAsync(token);
        return site.Address("/setup/" + secret);
    }

    public Task<bool> Works(string secret, CancellationToken token)
    {
        var hash = HashOf(secret);
        return db.Set<SetupLink>().AnyAsync(link => link.Hash == hash && !db.Users.Any(), token);
    }

    public Task<Guid> MakeAdministrator(string secret, NewAccount person, CancellationToken token)
    {
        var hash = HashOf(secret);
        return db.InTransaction(async () =>
        {
            // An account may have come by another way since the link was printed.
            if (await db.Set<SetupLink>().Where(link => link.Hash == hash).ExecuteDeleteAsync(token) == 0 || await db.Users.AnyAsync(token))
                throw AccountRules.SetUpAlready();
            return (await maker.Make(person, token)).Id;
        }, token);
    }

    private static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
