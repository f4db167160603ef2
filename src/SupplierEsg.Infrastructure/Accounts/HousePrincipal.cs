using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace SupplierEsg.Infrastructure.Accounts;

/// <summary>Claims of the house beside Identity's own.</summary>
public static class HouseClaims
{
    public const string DisplayName = "house:name";
    public const string Supplier = "house:supplier";
    public const string Language = "house:language";
}

/// <summary>Puts into the cookie what every request needs to know of its user, so that none asks the database for it.</summary>
public sealed class HousePrincipal(UserManager<AppUser> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<AppUser, IdentityRole<Guid>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(HouseClaims.DisplayName, user.DisplayName));
        identity.AddClaim(new(HouseClaims.Language, user.Language));
        if (user.SupplierId is { } supplier)
            identity.AddClaim(new(HouseClaims.Supplier, supplier.ToString()));
        return identity;
    }
}
