using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Demo;

/// <summary>Marks a database as the demonstration's own.</summary>
public sealed record DemoLoaded() : DomainEvent("demo/1");

/// <summary>Who can be signed in as, and the key for programs, printed at every start.</summary>
public sealed record DemoWelcome(IReadOnlyList<(Role Role, string Name, string Email)> Accounts, string Password, string ApiKey);

/// <summary>
/// <c>--demo</c>: a database of invented suppliers whose past has gone through the same use cases as a real one's. It
/// refuses a database that holds anything else.
/// </summary>
public static class Demo
{
    public const string Flag = "--demo";

    private const string KeyName = "Demonstration";

    /// <exception cref="InvalidOperationException">The database holds something that isn't the demonstration's.</exception>
    public static async Task<DemoWelcome> Prepare(IServiceProvider services, CancellationToken token = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (!await db.Journal.AnyAsync(line => line.Event == nameof(DemoLoaded), token))
        {
            if (await db.Users.AnyAsync(token) || await db.Suppliers.AnyAsync(token) || await db.QuestionnaireVersions.AnyAsync(token))
                throw new InvalidOperationException("This database holds data that isn't the demonstration's, and --demo leaves such data alone. Start without --demo, or give it an empty database with Database:ConnectionString.");
            await new DemoStory(services).Live(token);
        }
        return await Welcome(scope.ServiceProvider, db, token);
    }

    private static async Task<DemoWelcome> Welcome(IServiceProvider scope, AppDb db, CancellationToken token)
    {
        var emails = DemoPerson.Staff.Select(p => p.Email).Append(DemoSupplier.All[5].Email).ToList();
        var people = await db.Users.Where(u => emails.Contains(u.Email!)).ToListAsync(token);
        var accounts = DemoPerson.Staff.Select(p => (p.Role, p.Name, p.Email)).Append((Role.Supplier, DemoSupplier.All[5].Contact, DemoSupplier.All[5].Email)).ToList();
        return new(accounts, DemoPerson.Password, await NewKey(db, people.Single(p => p.Email == DemoPerson.Officer.Email), scope.GetRequiredService<TimeProvider>().Now(), token));
    }

    // A key is kept as a hash and can't be printed a second time: each start issues one and takes back those before.
    private static async Task<string> NewKey(AppDb db, AppUser officer, DateTime now, CancellationToken token)
    {
        foreach (var old in await db.ApiKeys.Where(k => k.OwnerId == officer.Id && k.Name == KeyName && k.RevokedAt == null).ToListAsync(token))
            old.Revoke(now);
        var (key, secret) = ApiKey.Issue(officer.Id, KeyName, now);
        db.ApiKeys.Add(key);
        await db.SaveChangesAsync(token);
        return secret;
    }
}

/// <summary>The buyer's people of the demonstration.</summary>
internal sealed record DemoPerson(Role Role, string Name, string Email, string Language)
{
    /// <summary>No secret: it opens invented data only, and stands on the screen at every start.</summary>
    public const string Password = "responsible supply";

    public static readonly DemoPerson Officer = new(Role.Officer, "Ines Albrecht", "officer@demo.example", "en");

    public static readonly DemoPerson Reviewer = new(Role.Reviewer, "Zhao Min", "reviewer@demo.example", "zh-Hans");

    public static readonly DemoPerson Evaluator = new(Role.Evaluator, "Bongani Dube", "evaluator@demo.example", "en");

    public static readonly DemoPerson Manager = new(Role.Manager, "Helena Strand", "manager@demo.example", "en");

    public static readonly DemoPerson Administrator = new(Role.Administrator, "Adaeze Obi", "administrator@demo.example", "en");

    public static readonly IReadOnlyList<DemoPerson> Staff =
    [
        Administrator,
        Officer,
        Reviewer,
        Evaluator,
        Manager,
        new(Role.Auditor, "Kofi Mensah", "auditor@demo.example", "en"),
    ];
}
