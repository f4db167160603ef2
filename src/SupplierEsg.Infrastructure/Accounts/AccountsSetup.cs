using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Accounts;

internal static class AccountsSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentity<AppUser, IdentityRole<Guid>>(options =>
            {
                // Length beats character classes (NIST SP 800-63B); guessing is stopped by the lockout.
                options.Password.RequiredLength = AccountRules.PasswordLength;
                options.Password.RequiredUniqueChars = 1;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.User.RequireUniqueEmail = true;
                // The user name is the address, whatever characters that has.
                options.User.AllowedUserNameCharacters = "";
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddEntityFrameworkStores<AppDb>()
            .AddClaimsPrincipalFactory<HousePrincipal>()
            .AddDefaultTokenProviders();
        // Keys in the database, so that every node reads every node's cookies.
        services.AddScoped<AccountMaker>();
        services.AddScoped<IAccounts, Accounts>();
        services.AddScoped<PasswordLinks>();
        services.AddScoped<Door>();
        services.AddScoped<ISetup, SetupLinks>();
        // Roles, name and language in a session are at most this old, and a locked account's sessions end.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddSingleton<ILinkTokens, LinkTokens>();
        services.AddSingleton<ISeals, Seals>();
        var ring = services.AddDataProtection().SetApplicationName("SupplierEsg").PersistKeysToDbContext<AppDb>();
        // Who has only the database then reads neither a cookie's key nor a tender's.
        if (configuration["Keys:CertificateFile"] is { Length: > 0 } file)
            ring.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, configuration["Keys:CertificatePassword"]));
        return services;
    }

    public static async Task EnsureRoles(this IServiceProvider scope)
    {
        var known = await scope.GetRequiredService<AppDb>().Roles.Select(role => role.Name!).ToListAsync();
        foreach (var role in Enum.GetNames<Role>().Except(known))
            await scope.GetRequiredService<RoleManager<IdentityRole<Guid>>>().CreateAsync(new IdentityRole<Guid>(role) { Id = Guid.CreateVersion7() });
    }
}
