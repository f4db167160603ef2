using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Accounts;

/// <summary>Accounts over Identity's stores: every change in one transaction with its journal lines.</summary>
internal sealed class Accounts(UserManager<AppUser> users, AccountMaker maker, AppDb db, PasswordLinks links, TimeProvider time) : IAccounts
{
    public async Task<Guid> Make(NewAccount person, CancellationToken token) => await Atomically(async () =>
    {
        var account = await maker.Make(person, token);
        if (person.Password is null)
            await Save(account, new PersonInvited(account.Id));
        return account.Id;
    }, token);

    public async Task<Account?> Find(Guid id, CancellationToken token) => (await Read(db.Users.Where(u => u.Id == id), token)).SingleOrDefault();

    public async Task<IReadOnlyDictionary<Guid, string>> Names(IReadOnlyCollection<Guid> ids, CancellationToken token) =>
        await db.Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToDictionaryAsync(u => u.Id, u => u.DisplayName, token);

    public async Task<IReadOnlyList<Account>> WhoMay(Permission permission, CancellationToken token)
    {
        var roles = Enum.GetValues<Role>().Where(role => Permissions.Allow([role], permission)).Select(role => role.ToString()).ToList();
        var found = db.Users.Where(u => u.SupplierId == null && u.LockedAt == null
            && db.UserRoles.Any(given => given.UserId == u.Id && db.Roles.Any(role => role.Id == given.RoleId && roles.Contains(role.Name!))));
        return [.. (await Read(found, token)).OrderBy(account => account.Name, StringComparer.CurrentCulture).ThenBy(account => account.Id)];
    }

    public async Task<Account?> FindByEmail(string email, CancellationToken token)
    {
        var name = users.NormalizeEmail(MailAddresses.Read(email));
        return (await Read(db.Users.Where(u => u.NormalizedEmail == name), token)).SingleOrDefault();
    }

    public async Task<Page<Account>> List(bool suppliers, string? search, int page, CancellationToken token)
    {
        var found = db.Users.AsNoTracking().Where(u => suppliers ? u.SupplierId != null : u.SupplierId == null);
        if (!string.IsNullOrWhiteSpace(search))
        {
            // As written, and in capitals: SQLite makes capitals of ASCII only.
            var wanted = search.Trim().ToUpperInvariant();
            found = found.Where(u => u.NormalizedEmail!.Contains(wanted) || u.DisplayName.Contains(search.Trim()) || u.DisplayName.ToUpper().Contains(wanted));
        }
        var ids = await found.OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Select(u => u.Id).ToPage(page, token);
        var rows = await Read(db.Users.Where(u => ids.Rows.Contains(u.Id)), token);
        return new(ids.Rows.Select(id => rows.Single(row => row.Id == id)).ToList(), ids.Total, ids.Number, ids.Size);
    }

    public Task Edit(Guid id, string name, string language, CancellationToken token) => Change(id, account =>
    {
        if (account.DisplayName == name.Trim() && account.Language == language)
            return [];
        (account.DisplayName, account.Language) = (name.Trim(), language);
        return [new AccountEdited(id, account.DisplayName, language)];
    }, token);

    public Task ChangeRoles(Guid id, IReadOnlyCollection<Role> roles, CancellationToken token) => Atomically(async () =>
    {
        var account = await Get(id);
        AccountRules.RequireFitting(roles, account.SupplierId);
        var before = (await users.GetRolesAsync(account)).Select(Enum.Parse<Role>).Order().ToList();
        var after = roles.Distinct().Order().ToList();
        if (before.SequenceEqual(after))
            return;
        db.Tell(new RolesChanged(id, before, after));
        Require(await users.RemoveFromRolesAsync(account, before.Except(after).Select(role => role.ToString())));
        Require(await users.AddToRolesAsync(account, after.Except(before).Select(role => role.ToString())));
    }, token);

    // A new stamp ends the sessions: each cookie is held against it every minute.
    public Task Lock(Guid id, string reason, CancellationToken token) => Atomically(async () =>
    {
        var account = await Get(id);
        if (account.LockedAt is not null)
            return;
        account.LockedAt = time.Now();
        db.Tell(new AccountLocked(id, reason));
        Require(await users.UpdateSecurityStampAsync(account));
    }, token);

    public Task Unlock(Guid id, CancellationToken token) => Change(id, account =>
    {
        if (account.LockedAt is null)
            return [];
        account.LockedAt = null;
        return [new AccountUnlocked(id)];
    }, token);

    public Task Reset(Guid id, CancellationToken token) => Atomically(async () =>
    {
        var account = await Get(id);
        if (account.LockedAt is not null)
            throw AccountRules.Locked();
        db.Tell(account.PasswordHash is null ? new PersonInvited(id) : new PasswordReset(id));
        account.PasswordHash = null;
        Require(await users.UpdateSecurityStampAsync(account));
    }, token);

    public async Task Forgotten(string email, CancellationToken token)
    {
        if (MailAddresses.Read(email) is { } address && await users.FindByEmailAsync(address) is { LockedAt: null } account)
            await Save(account, new PasswordForgotten(account.Id));
    }

    public Task ChangePassword(Guid id, string current, string password, CancellationToken token) => Atomically(async () =>
    {
        var account = await Get(id);
        if (!await users.CheckPasswordAsync(account, current))
            throw AccountRules.PasswordWrong();
        await SetPassword(account, password);
    }, token);

    public async Task<string> PasswordLink(Guid id, CancellationToken token) => links.To(await Get(id));

    public async Task<Account?> OfPasswordLink(string link, CancellationToken token) =>
        await Holder(links.Read(link)) is { } account ? await Find(account.Id, token) : null;

    public async Task<Account> ChoosePassword(string link, string password, CancellationToken token)
    {
        // Outside the transaction: unsealing may make a new key, which is saved on a connection of its own.
        var read = links.Read(link);
        return await Atomically(() => Use(read, password, token), token);
    }

    private async Task<Account> Use(PasswordLinks.Content? link, string password, CancellationToken token)
    {
        var account = await Holder(link) ?? throw AccountRules.LinkOutdated();
        account.EmailConfirmed = true;
        await SetPassword(account, password);
        Require(await users.ResetAccessFailedCountAsync(account));
        Require(await users.SetLockoutEndDateAsync(account, null));
        return (await Find(account.Id, token))!;
    }

    private async Task<AppUser?> Holder(PasswordLinks.Content? link) =>
        link is not null && await users.FindByIdAsync(link.Account.ToString()) is { LockedAt: null } account && links.IsFor(account, link) ? account : null;

    // The hash and the stamp in one update, so that no link or session outlives the password.
    private async Task SetPassword(AppUser account, string password)
    {
        AccountRules.RequireGoodPassword(password, account.Email!, account.DisplayName);
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        db.Tell(new PasswordChanged(account.Id), actor: account);
        Require(await users.UpdateSecurityStampAsync(account));
    }

    private async Task<AppUser> Get(Guid id) => await users.FindByIdAsync(id.ToString()) ?? throw new NotFound("account");

    private Task Change(Guid id, Func<AppUser, IEnumerable<DomainEvent>> change, CancellationToken token) => Atomically(async () =>
    {
        var account = await Get(id);
        await Save(account, [.. change(account)]);
    }, token);

    private async Task Save(AppUser account, params DomainEvent[] happened)
    {
        foreach (var one in happened)
            db.Tell(one);
        if (happened.Length > 0)
            Require(await users.UpdateAsync(account));
    }

    private Task Atomically(Func<Task> work, CancellationToken token) => Atomically(async () =>
    {
        await work();
        return true;
    }, token);

    private Task<T> Atomically<T>(Func<Task<T>> work, CancellationToken token) =>
        db.Database.CurrentTransaction is null ? db.InTransaction(work, token) : work();

    private async Task<List<Account>> Read(IQueryable<AppUser> found, CancellationToken token)
    {
        var accounts = await found.AsNoTracking().ToListAsync(token);
        var ids = accounts.Select(account => account.Id).ToList();
        var roles = await (
            from given in db.UserRoles
            join role in db.Roles on given.RoleId equals role.Id
            where ids.Contains(given.UserId)
            select new { given.UserId, role.Name }).ToListAsync(token);
        var rolesOf = roles.ToLookup(given => given.UserId, given => Enum.Parse<Role>(given.Name!));
        return [.. accounts.Select(a => new Account(a.Id, a.Email!, a.DisplayName, a.Language, [.. rolesOf[a.Id].Order()], a.SupplierId, a.LockedAt is not null, a.PasswordHash is not null))];
    }

    private static void Require(IdentityResult result)
    {
        if (result.Succeeded)
            return;
        throw result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure))
            ? Versions.ChangedMeanwhile()
            : new InvalidOperationException("Identity refused a change of an account: " + string.Join(' ', result.Errors.Select(e => e.Code)));
    }
}
