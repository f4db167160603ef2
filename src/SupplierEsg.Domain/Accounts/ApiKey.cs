using System.Security.Cryptography;
using System.Text;
using SupplierEsg.Domain.Journal;

namespace SupplierEsg.Domain.Accounts;

public sealed record ApiKeyIssued(ApiKeyId Key, string KeyName, Guid Owner) : DomainEvent($"api-key/{Key}");

public sealed record ApiKeyRevoked(ApiKeyId Key, string KeyName, Guid Owner) : DomainEvent($"api-key/{Key}");

/// <summary>Lets a program act as the account it was issued for. Only a hash is kept; the key itself is shown once.</summary>
public sealed class ApiKey : Aggregate
{
    /// <summary>What every key starts with, so that scanners recognise one that has leaked.</summary>
    public const string Mark = "sesg_";

    private ApiKey()
    {
    }

    public ApiKeyId Id { get; private set; }

    /// <summary>The account whose permissions the key carries.</summary>
    public Guid OwnerId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of the key, in hexadecimal. A key has 256 random bits, so that a plain hash cannot be searched.</summary>
    public string Hash { get; private set; } = "";

    public DateTime IssuedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public static (ApiKey Key, string Secret) Issue(Guid owner, string name, DateTime now)
    {
        var secret = Mark + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var key = new ApiKey { Id = ApiKeyId.New(), OwnerId = owner, Name = name, Hash = HashOf(secret), IssuedAt = now };
        key.Raise(new ApiKeyIssued(key.Id, name, owner));
        return (key, secret);
    }

    public void Revoke(DateTime now)
    {
        if (RevokedAt is not null)
            return;
        RevokedAt = now;
        Raise(new ApiKeyRevoked(Id, Name, OwnerId));
    }

    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
