using Microsoft.AspNetCore.Identity;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Accounts;

public enum DoorAnswer
{
    Welcome,

    /// <summary>No such account, or another password; from outside the two look and take the same.</summary>
    Wrong,

    /// <summary>Too many wrong passwords; open again by itself.</summary>
    ShutForAWhile,

    /// <summary>By an administrator; told only to somebody who knows the password.</summary>
    Locked,
}

/// <summary>Signs people in, and notes in the journal who came and who was refused.</summary>
public sealed class Door(SignInManager<AppUser> signIn, UserManager<AppUser> users, AppDb db)
{
    public async Task<(DoorAnswer Answer, AppUser? Account)> Knock(string email, string password)
    {
        if (MailAddresses.Read(email) is not { } address || await users.FindByEmailAsync(address) is not { } account)
        {
            // As much work as a real comparison, so that the time taken doesn't tell which addresses have accounts.
            users.PasswordHasher.HashPassword(new AppUser { DisplayName = "", Language = "" }, password);
            return (DoorAnswer.Wrong, null);
        }
        if (account.LockedAt is not null)
            return (await users.CheckPasswordAsync(account, password) ? DoorAnswer.Locked : DoorAnswer.Wrong, account);
        var wasShut = await users.IsLockedOutAsync(account);
        var result = await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
            db.Tell(new SignedIn(account.Id), actor: account);
        else if (!wasShut)
            db.Tell(new SignInRefused(account.Id, result.IsLockedOut));
        await db.SaveChangesAsync();
        return (result.Succeeded ? DoorAnswer.Welcome : result.IsLockedOut ? DoorAnswer.ShutForAWhile : DoorAnswer.Wrong, account);
    }
}
