using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;

namespace SupplierEsg.Application.Accounts;

/// <param name="Supplier">Set for a supplier's people, whose only role is <see cref="Role.Supplier"/>.</param>
/// <param name="Password">Null for a person who is sent a link to choose one.</param>
public sealed record NewAccount(string Email, string Name, IReadOnlyCollection<Role> Roles, SupplierId? Supplier, string Language, string? Password);

/// <param name="IsLocked">By an administrator; being shut out for a while after wrong passwords isn't told here.</param>
/// <param name="HasPassword">False until the link of the invitation was used.</param>
public sealed record Account(
    Guid Id, string Email, string Name, string Language, IReadOnlyList<Role> Roles, SupplierId? SupplierId, bool IsLocked, bool HasPassword);

/// <summary>
/// The accounts people sign in with, kept by ASP.NET Core Identity. Each change stands in the journal, in the same
/// transaction; what is refused is a <see cref="RuleBroken"/> of <see cref="AccountRules"/>.
/// </summary>
public interface IAccounts
{
    Task<Guid> Make(NewAccount person, CancellationToken token);

    Task<Account?> Find(Guid id, CancellationToken token);

    Task<IReadOnlyDictionary<Guid, string>> Names(IReadOnlyCollection<Guid> ids, CancellationToken token);

    /// <summary>The buyer's people who may do this and aren't locked, by name.</summary>
    Task<IReadOnlyList<Account>> WhoMay(Permission permission, CancellationToken token);

    Task<Account?> FindByEmail(string email, CancellationToken token);

    /// <param name="suppliers">The suppliers' people; else the buyer's.</param>
    Task<Page<Account>> List(bool suppliers, string? search, int page, CancellationToken token);

    Task Edit(Guid id, string name, string language, CancellationToken token);

    Task ChangeRoles(Guid id, IReadOnlyCollection<Role> roles, CancellationToken token);

    Task Lock(Guid id, string reason, CancellationToken token);

    Task Unlock(Guid id, CancellationToken token);

    /// <summary>Sends an invited person the link again, or everybody else one for a new password; the present one stops working.</summary>
    Task Reset(Guid id, CancellationToken token);

    /// <summary>Sends a link for a new password, if there is such an account; says nothing either way.</summary>
    Task Forgotten(string email, CancellationToken token);

    Task ChangePassword(Guid id, string current, string password, CancellationToken token);

    /// <summary>The address where the account's password is chosen. It works until it is used, or for seven days.</summary>
    Task<string> PasswordLink(Guid id, CancellationToken token);

    /// <summary>The account a link was made for; null where it no longer works.</summary>
    Task<Account?> OfPasswordLink(string link, CancellationToken token);

    /// <summary>Uses up a link.</summary>
    Task<Account> ChoosePassword(string link, string password, CancellationToken token);
}
