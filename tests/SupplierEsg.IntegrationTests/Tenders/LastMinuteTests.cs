using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Tenders;

/// <summary>Everybody bids in the last minute.</summary>
public sealed class LastMinuteTests
{
    private const int Suppliers = 500;
    private const int AtOnce = 16;

    [Theory, OnEveryDatabase]
    public async Task Of_500_suppliers_that_submit_while_the_time_runs_out_every_receipt_is_kept_and_nothing_later(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var run = await TenderRun.Draft(house, new() { ["Command.Rules.EsgWeight"] = null, ["Command.Rules.PriceWeight"] = "50", ["Command.Rules.Questionnaire"] = null, ["Command.Rules.ExclusionGrounds"] = null });
        var keys = await Register(house, run.Id);
        await run.Publish();
        house.Time.Advance(TenderRun.UntilClosing - TimeSpan.FromSeconds(30));
        var bid = $"/api/v1/tenders/{run.Id}/bid";
        await AllAtOnce(async i =>
        {
            using var program = Program(house, keys[i]);
            (await program.PostAsJsonAsync(bid, new { })).EnsureSuccessStatusCode();
            (await program.PutAsJsonAsync(bid + "/prices", new { unitPrices = new[] { "100.00", "10.00" } })).EnsureSuccessStatusCode();
        });
        var answers = new (HttpStatusCode Status, string? Receipt)[Suppliers];
        var answered = 0;
        await AllAtOnce(async i =>
        {
            using var program = Program(house, keys[i]);
            var sent = await program.PostAsJsonAsync(bid + "/submit", new { declared = true, declaredBy = "Lin Wei" });
            sent.StatusCode.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity);
            answers[i] = (sent.StatusCode, sent.StatusCode == HttpStatusCode.Created ? (await sent.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString() : null);
            // The clock runs on while others are on their way.
            if (Interlocked.Increment(ref answered) == Suppliers / 2)
                house.Time.Advance(TimeSpan.FromMinutes(1));
        });
        var tender = await run.Read();
        var stored = await house.InDb(db => db.Bids.AsNoTracking().Where(b => b.TenderId == run.Id).ToListAsync());
        var receipts = answers.Select(answer => answer.Receipt).OfType<string>().ToHashSet();
        receipts.Count.ShouldBeInRange(Suppliers / 2, Suppliers - 1, "Some came in time, and some too late.");
        stored.SelectMany(one => one.Submissions).Select(sent => sent.Receipt).ShouldBe(receipts, ignoreOrder: true);
        stored.SelectMany(one => one.Submissions).ShouldAllBe(sent => sent.At <= tender.ClosesAt);
        stored.Count(one => one.LateAt is not null).ShouldBe(Suppliers - receipts.Count, "Late arrivals are on record, too.");
    }

    private static Task AllAtOnce(Func<int, Task> act) =>
        Parallel.ForAsync(0, Suppliers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) => await act(i));

    private static HttpClient Program(House house, string key)
    {
        var program = house.Stranger();
        program.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return program;
    }

    private static async Task<IReadOnlyList<string>> Register(House house, TenderId tender)
    {
        var made = new List<string>();
        await house.InDb(async db =>
        {
            var role = await db.Roles.SingleAsync(r => r.Name == nameof(Role.Supplier));
            for (var i = 0; i < Suppliers; i++)
            {
                Supplier supplier = A.Supplier().InStatus(SupplierStatus.Qualified);
                var id = Guid.CreateVersion7();
                var account = new AppUser { Id = id, UserName = $"{id:N}@example.com", NormalizedUserName = $"{id:N}@EXAMPLE.COM", Email = $"{id:N}@example.com", NormalizedEmail = $"{id:N}@EXAMPLE.COM", EmailConfirmed = true, DisplayName = "Lin Wei", Language = "en", SupplierId = supplier.Id, SecurityStamp = $"{id:N}" };
                var (key, secret) = ApiKey.Issue(id, "test", house.Time.Now());
                db.AddRange(supplier, account, key, new Microsoft.AspNetCore.Identity.IdentityUserRole<Guid> { UserId = id, RoleId = role.Id }, new TenderInvitation { TenderId = tender, SupplierId = supplier.Id, At = house.Time.Now() });
                made.Add(secret);
            }
            return await db.SaveChangesAsync();
        });
        return made;
    }
}
