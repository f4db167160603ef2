namespace SupplierEsg.Application.Accounts;

/// <summary>The way in on a database without accounts: a link that the program prints at its start, and that works once.</summary>
public interface ISetup
{
    /// <summary>A new link, which takes the place of earlier ones; null where there are accounts, and then earlier ones are gone.</summary>
    Task<string?> Renew(CancellationToken token);

    /// <summary>It is the newest link, and there is no account yet.</summary>
    Task<bool> Works(string secret, CancellationToken token);

    /// <summary>Uses the link up and makes the administrator, both or neither; of two who try at once one is refused.</summary>
    Task<Guid> MakeAdministrator(string secret, NewAccount person, CancellationToken token);
}
