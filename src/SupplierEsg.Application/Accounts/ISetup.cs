namespace SupplierEsg.Application.Accounts;

/// <summary>The way in on a database without accounts: a link that the program prints at its start, and that works once.</summary>
public interface ISetup
{
    /// <summary>A new link, which takes the place of earlier ones; null where there are accounts.</summary>
    Task<string?> Renew(CancellationToken token);

    Task<bool> Works(string secret, CancellationToken token);

    /// <summary>Uses the link up and makes the administrator, both or neither; of two who try at once one is refused.</summary>
    Task<Guid> MakeAdministrator(string secret, NewAccount person, CancellationToken token);
}
