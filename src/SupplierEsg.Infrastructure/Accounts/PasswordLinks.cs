using SupplierEsg.Application.Common;

namespace SupplierEsg.Infrastructure.Accounts;

/// <summary>
/// Links at which a password is chosen. Each carries the account's security stamp, which changes with the password: one
/// link used makes all that were sent worthless.
/// </summary>
internal sealed class PasswordLinks(ILinkTokens tokens, ISite site)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);
    private const string Purpose = "choose-password";

    public sealed record Content(Guid Account, string Stamp);

    public string To(AppUser account) => site.Address("/password/" + tokens.Make(Purpose, Life, account.Id.ToString(), account.SecurityStamp!));

    public Content? Read(string link) =>
        tokens.Read(Purpose, link) is [var id, var stamp] && Guid.TryParse(id, out var account) ? new(account, stamp) : null;

    public bool IsFor(AppUser account, Content link) => account.SecurityStamp == link.Stamp;
}
