namespace SupplierEsg.Domain.Accounts;

/// <summary>What is refused about accounts.</summary>
public static class AccountRules
{
    public const int PasswordLength = 10;

    public static RuleBroken EmailTaken(string email) =>
        new("account.email-taken", "There is an account with the address {0} already.", "Email", email);

    public static RuleBroken EmailUnusable() =>
        new("account.email-unusable", "This is not an e-mail address. Give one such as name@example.com.", "Email");

    public static RuleBroken PasswordTooShort() =>
        new("account.password-too-short", "The password is too short. Choose at least {0} characters; several words are easiest to remember.", "Password", PasswordLength);

    public static RuleBroken PasswordTooLong() =>
        new("account.password-too-long", "The password is too long. Choose at most {0} characters.", "Password", 200);

    public static RuleBroken PasswordTooPlain() =>
        new("account.password-too-plain", "This password would be guessed quickly: it is your address or your name, or one character over and over. Choose another.", "Password");

    public static RuleBroken PasswordWrong() =>
        new("account.password-wrong", "This is not your present password.", "Current");

    public static RuleBroken LinkOutdated() =>
        new("account.link-outdated", "This link no longer works: it was used before, or it is too old. Ask for a new one.");

    public static RuleBroken SetUpAlready() =>
        new("account.set-up-already", "This link no longer works: it was used before, or the program was started again and printed a new one.");

    public static RuleBroken OwnAdministratorRole() =>
        new("account.own-administrator-role", "You can't take the administrator role from yourself. Another administrator can.", "Roles");

    public static RuleBroken OwnLock() =>
        new("account.own-lock", "You can't lock your own account. Another administrator can.");

    public static RuleBroken NoRole() =>
        new("account.no-role", "Choose at least one role.", "Roles");

    public static RuleBroken SupplierRoleAlone() =>
        new("account.supplier-role-alone", "A supplier's people have the role of a supplier user and no other; the buyer's people never have it.", "Roles");

    public static RuleBroken Locked() =>
        new("account.locked", "This account is locked. Unlock it first.");

    /// <summary>A supplier's person is nothing else, and nobody else is a supplier's person: it decides who sees whose things.</summary>
    public static void RequireFitting(IReadOnlyCollection<Role> roles, SupplierId? supplier)
    {
        if (roles.Count == 0)
            throw NoRole();
        if (roles.Contains(Role.Supplier) ? supplier is null || roles.Count > 1 : supplier is not null)
            throw SupplierRoleAlone();
    }

    /// <summary>Length beats character classes (NIST SP 800-63B), but a password must not be what everybody would try first.</summary>
    public static void RequireGoodPassword(string password, string email, string name)
    {
        if (password.Length < PasswordLength)
            throw PasswordTooShort();
        if (password.Length > 200)
            throw PasswordTooLong();
        if (password.Distinct().Count() < 3 || Is(email) || Is(name) || Is(email.Split('@')[0]))
            throw PasswordTooPlain();
        bool Is(string other) => password.Equals(other, StringComparison.OrdinalIgnoreCase);
    }
}
