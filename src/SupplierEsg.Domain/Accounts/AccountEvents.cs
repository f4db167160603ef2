using SupplierEsg.Domain.Journal;

namespace SupplierEsg.Domain.Accounts;

public abstract record AccountEvent(Guid Account) : DomainEvent($"account/{Account}");

public sealed record AccountMade(Guid Account, string PersonName, string Email, IReadOnlyList<Role> Roles, SupplierId? Supplier) : AccountEvent(Account);

/// <summary>Somebody new of the buyer's gets a link to choose a password. Drives the mail.</summary>
public sealed record PersonInvited(Guid Account) : AccountEvent(Account);

/// <summary>An administrator sends a link for a new password; the old one no longer works. Drives the mail.</summary>
public sealed record PasswordReset(Guid Account) : AccountEvent(Account);

/// <summary>Somebody asked for a new password at the sign-in page. Drives the mail; the old one goes on working.</summary>
public sealed record PasswordForgotten(Guid Account) : AccountEvent(Account);

public sealed record PasswordChanged(Guid Account) : AccountEvent(Account);

/// <summary>Name or language.</summary>
public sealed record AccountEdited(Guid Account, string PersonName, string Language) : AccountEvent(Account);

public sealed record RolesChanged(Guid Account, IReadOnlyList<Role> Before, IReadOnlyList<Role> After) : AccountEvent(Account);

public sealed record AccountLocked(Guid Account, string Why) : AccountEvent(Account)
{
    public override string? Reason => Why;
}

public sealed record AccountUnlocked(Guid Account) : AccountEvent(Account);

public sealed record SignedIn(Guid Account) : AccountEvent(Account);

/// <summary>A wrong password. Attempts on an account that is already shut for a while leave no further line.</summary>
public sealed record SignInRefused(Guid Account, bool ShutForAWhile) : AccountEvent(Account);
