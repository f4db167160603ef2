using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Journal;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Journal;

public sealed class JournalTests
{
    [Theory, OnEveryDatabase]
    public async Task An_auditor_reads_who_did_what_when_and_why(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var account = await house.MakeAccount(Role.Officer, null);
        await house.Send(new LockAccount.Command { Id = account.Id, Reason = "=HYPERLINK(\"x\")" });
        var page = await WebPage.Get(await house.As(Role.Auditor), $"/journal?q=account/{account.Id}&event={nameof(AccountLocked)}");
        var row = page.Document.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
        row.TextContent.ShouldContain("Account locked");
        row.TextContent.ShouldContain("Reason: =HYPERLINK");
        row.TextContent.ShouldContain(account.DisplayName);
        row.QuerySelector("time")!.TextContent.ShouldBe("30 June 2026, 09:00 (UTC)");
    }

    [Theory, OnEveryDatabase]
    public async Task Pages_are_cut_by_sequence_and_lead_both_ways(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var account = await house.MakeAccount(Role.Officer, null);
        await Write(house, account, 120);
        var newest = await Read(house, new());
        var older = await Read(house, new(), before: newest.Rows[^1].Sequence);
        var oldest = await Read(house, new(), before: older.Rows[^1].Sequence);

        (newest.Rows.Count, newest.HasNewer, newest.HasOlder).ShouldBe((50, false, true));
        (older.Rows.Count, older.HasNewer, older.HasOlder).ShouldBe((50, true, true));
        (oldest.Rows.Count, oldest.HasNewer, oldest.HasOlder).ShouldBe((20, true, false));
        var back = await house.Send(new ReadJournal.Query(new(), After: oldest.Rows[0].Sequence));
        back.Rows.Select(line => line.Sequence).ShouldBe(older.Rows.Select(line => line.Sequence));
        newest.Rows.Concat(older.Rows).Concat(oldest.Rows).Select(line => line.Sequence).ShouldBeInOrder(SortDirection.Descending);
    }

    [Theory, OnEveryDatabase]
    public async Task Filters_go_together(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var (one, other) = (await house.MakeAccount(Role.Officer, null), await house.MakeAccount(Role.Officer, null));
        await Write(house, one, 2);
        await Write(house, other, 1);
        house.Time.Advance(TimeSpan.FromDays(1));
        await Write(house, one, 1);
        var tomorrow = new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc);

        (await Read(house, new() { Actor = one.Id })).Rows.Count.ShouldBe(3);
        (await Read(house, new() { Actor = one.Id, From = tomorrow })).Rows.Count.ShouldBe(1);
        (await Read(house, new() { Actor = one.Id, Until = tomorrow })).Rows.Count.ShouldBe(2);
        (await Read(house, new() { Text = other.Id.ToString() })).Rows.Count.ShouldBe(1);
        (await Read(house, new() { Text = $"account/{other.Id}" })).Rows.Count.ShouldBe(1);
        (await Read(house, new() { Text = other.DisplayName })).Rows.Count.ShouldBe(1);
        (await Read(house, new() { Event = nameof(AccountMade) })).Rows.ShouldBeEmpty();
        (await Read(house, new() { Text = "50%_" })).Rows.ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task The_export_holds_what_is_shown_and_no_formula(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var account = await house.MakeAccount(Role.Officer, null);
        await Write(house, account, 1203);
        await house.Send(new LockAccount.Command { Id = account.Id, Reason = "=1+1, \"two\"" });
        var answer = await (await house.As(Role.Auditor)).GetAsync($"/journal/export?q=account/{account.Id}");

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(1 + 1203 + 1);
        lines[1].ShouldContain(",\"'=1+1, \"\"two\"\"\",");
        lines[2].ShouldContain(",Signed in,SignedIn,");
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_reads_it_page_by_page(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        await Write(house, await house.MakeAccount(Role.Officer, null), 5);
        var api = await house.Api(Role.Auditor);
        var first = (await api.GetFromJsonAsync<JsonNode>($"/api/v1/journal?event={nameof(SignedIn)}&size=3"))!;
        first["rows"]!.AsArray().Count.ShouldBe(3);
        first["rows"]![0]!["payload"]!["account"].ShouldNotBeNull();
        var rest = (await api.GetFromJsonAsync<JsonNode>($"/api/v1/journal?event={nameof(SignedIn)}&size=3&before={first["next"]}"))!;
        rest["rows"]!.AsArray().Count.ShouldBe(2);
        rest["next"].ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Odd_filters_break_nothing(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var browser = await house.As(Role.Auditor);
        foreach (var query in new[] { "q=%27%25_%5B&event=Nothing", "actor=nobody", "from=yesterday", "before=-1", "before=x", "after=99999999999", "from=9999-12-31&to=9999-12-31", "from=0001-01-01", "to=0001-01-01" })
            (await browser.GetAsync("/journal?" + query)).StatusCode.ShouldBe(HttpStatusCode.OK, query);
    }

    private static Task<ReadJournal.Lines> Read(House house, ReadJournal.Filter filter, long? before = null) => house.Send(new ReadJournal.Query(filter, before));

    private static Task<int> Write(House house, AppUser account, int lines) => house.InDb(db =>
    {
        for (var number = 0; number < lines; number++)
            db.Tell(new SignedIn(account.Id), actor: account);
        return db.SaveChangesAsync();
    });
}
