using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;

namespace SupplierEsg.Application.Common;

/// <summary>Who is asking. A job of the system's own asks as the system.</summary>
public interface ICurrentUser
{
    /// <summary>Null for a stranger and for the system.</summary>
    Guid? Id { get; }

    /// <summary>As the journal shows it.</summary>
    string Name { get; }

    IReadOnlyCollection<Role> Roles { get; }

    /// <summary>The supplier this person belongs to; null for the buyer's people.</summary>
    SupplierId? SupplierId { get; }

    bool IsSystem { get; }

    /// <summary>Language tag of what the user reads: <c>en</c> or <c>zh-Hans</c>.</summary>
    string Language { get; }
}

public static class CurrentUserExtensions
{
    /// <summary>May read every supplier's things: the buyer's people and the system.</summary>
    public static bool SeesAllSuppliers(this ICurrentUser user) =>
        user.IsSystem || (user.SupplierId is null && user.Roles.Count > 0 && !user.Roles.Contains(Role.Supplier));

    public static bool May(this ICurrentUser user, Permission permission) => Permissions.Allow(user.Roles, permission);
}
