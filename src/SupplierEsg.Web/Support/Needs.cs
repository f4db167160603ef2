using Microsoft.AspNetCore.Authorization;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain.Accounts;

namespace SupplierEsg.Web.Support;

/// <summary>
/// What a page or an endpoint asks of whoever opens it. Whatever carries neither this nor <c>[AllowAnonymous]</c> is
/// closed to everybody.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Permission Permission { get; } = permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Asks the one table of who may do what.</summary>
internal sealed class NeedsHandler(ICurrentUser user) : AuthorizationHandler<NeedsAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        if (user.May(requirement.Permission))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

public static class NeedsExtensions
{
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(new NeedsAttribute(permission));
}
