using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Web.Support;

/// <summary>Signs a program in by <c>Authorization: Bearer sesg_…</c>, as the account the key was issued for.</summary>
internal sealed class ApiKeyScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder,
    AppDb db, UserManager<AppUser> users, IUserClaimsPrincipalFactory<AppUser> principals)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "ApiKey";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        var hash = ApiKey.HashOf(header[Bearer.Length..].Trim());
        var key = await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Hash == hash && k.RevokedAt == null, Context.RequestAborted);
        if (key is null || await users.FindByIdAsync(key.OwnerId.ToString()) is not { } owner || owner.LockedAt is not null)
            return AuthenticateResult.Fail("This API key is unknown or was revoked.");
        return AuthenticateResult.Success(new(await principals.CreateAsync(owner), Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        await Problem();
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        await Problem();
    }

    private async Task Problem() =>
        await Context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new() { HttpContext = Context, ProblemDetails = { Status = Response.StatusCode } });
}
