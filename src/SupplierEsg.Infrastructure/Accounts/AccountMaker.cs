using Microsoft.AspNetCore.Identity;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Accounts;

/// <summary>Makes an account with its roles in one transaction, and says in the house's words what stands against it.</summary>
public sealed class AccountMaker(UserManager<AppUser> users, AppDb db)
{
    /// <exception cref="RuleBroken">The address is taken or unusable, or the password too weak (members <c>Email</c>, <c>Password</c>).</exception>
    public Task<AppUser> Make(string email, string name, Role role, SupplierId? supplier, string language, string password) =>
        Make(new NewAccount(email, name, [role], supplier, language, password), CancellationToken.None);

    public async Task<AppUser> Make(NewAccount person, CancellationToken token)
    {
        AccountRules.RequireFitting(person.Roles, person.Supplier);
        var email = MailAddresses.Read(person.Email) ?? throw AccountRules.EmailUnusable();
        if (person.Password is not null)
            AccountRules.RequireGoodPassword(person.Password, email, person.Name);
        if (await users.FindByEmailAsync(email) is not null)
            throw AccountRules.EmailTaken(email);
        return db.Database.CurrentTransaction is null ? await db.InTransaction(() => Add(person, email), token) : await Add(person, email);
    }

    private async Task<AppUser> Add(NewAccount person, string email)
    {
        var account = new AppUser
        {
            Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = person.Password is not null,
            DisplayName = person.Name.Trim(), Language = person.Language, SupplierId = person.Supplier,
        };
        db.Tell(new AccountMade(account.Id, account.DisplayName, email, [.. person.Roles.Distinct()], person.Supplier));
        Require(person.Password is null ? await users.CreateAsync(account) : await users.CreateAsync(account, person.Password), email);
        Require(await users.AddToRolesAsync(account, person.Roles.Distinct().Select(role => role.ToString())), email);
        return account;
    }

    // What can still be refused here is what somebody else did since it was looked at.
    private static void Require(IdentityResult result, string email)
    {
        if (result.Succeeded)
            return;
        throw result.Errors.Any(e => e.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName))
            ? AccountRules.EmailTaken(email)
            : new InvalidOperationException("Identity refused an account: " + string.Join(' ', result.Errors.Select(e => e.Code)));
    }
}
