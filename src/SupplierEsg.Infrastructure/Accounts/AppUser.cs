using Microsoft.AspNetCore.Identity;
using SupplierEsg.Domain;

namespace SupplierEsg.Infrastructure.Accounts;

/// <summary>A person's account. The user name is the e-mail address.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }

    /// <summary>Set for a supplier's people, and never changed: it decides what they see.</summary>
    public SupplierId? SupplierId { get; init; }

    /// <summary>Language of pages and mails: <c>en</c> or <c>zh-Hans</c>.</summary>
    public required string Language { get; set; }

    /// <summary>
    /// Locked by an administrator, until one unlocks it. Identity's own lockout only shuts an account for a while after
    /// wrong passwords.
    /// </summary>
    public DateTime? LockedAt { get; set; }
}
