using System.Net;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Builders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Answering;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Assessments;

/// <summary>The list, one assessment, and Today.</summary>
public sealed class DeskTests
{
    [Theory, OnEveryDatabase]
    public async Task The_list_searches_filters_and_sorts(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var version = await house.Publish();
        var names = new[] { "Zinnober Farben AG", "Alpenwerk Guss GmbH", "Merinowolle Nord AG" };
        foreach (var (name, days) in names.Zip([5, 60, 20]))
        {
            var supplier = await house.Register(A.Supplier().Named(name));
            await house.Send(new InviteSuppliers.Command(version.Id, [supplier.Id], house.Due(days)));
        }
        var browser = await house.As(Role.Auditor);
        (await Rows(browser, "/assessments")).ShouldBe(["Zinnober Farben AG", "Merinowolle Nord AG", "Alpenwerk Guss GmbH"]);
        (await Rows(browser, "/assessments?sort=supplier")).ShouldBe(["Alpenwerk Guss GmbH", "Merinowolle Nord AG", "Zinnober Farben AG"]);
        (await Rows(browser, "/assessments?sort=-due")).ShouldBe(["Alpenwerk Guss GmbH", "Merinowolle Nord AG", "Zinnober Farben AG"]);
        (await Rows(browser, "/assessments?q=WOLLE")).ShouldBe(["Merinowolle Nord AG"]);
        (await Rows(browser, "/assessments?due=Week")).ShouldBe(["Zinnober Farben AG"]);
        (await Rows(browser, "/assessments?state=Submitted")).ShouldBeEmpty();
        (await Rows(browser, $"/assessments?state=Open&questionnaire={version.FormId}")).Length.ShouldBe(3);
        house.Time.Advance(TimeSpan.FromDays(10));
        var late = await WebPage.Get(await house.As(Role.Auditor), "/assessments?due=Overdue&sort=supplier");
        late.Text.ShouldContain("Overdue");
        late.Document.QuerySelectorAll(".chips a.chip").Select(chip => chip.GetAttribute("href")).ShouldBe(["/assessments?sort=supplier"]);
        late.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task One_assessment_shows_its_answers_only_once_they_are_submitted(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var invited = await Invited.To(house);
        await invited.Complete();
        var officer = await house.As(Role.Officer);
        var open = await WebPage.Get(officer, $"/assessments/{invited.Assessment}");
        open.Text.ShouldContain("In progress");
        open.Text.ShouldContain("4 of 4");
        open.Document.QuerySelector("#answers").ShouldBeNull();
        open.Text.ShouldNotContain("250 MWh");

        (await invited.Submit(await invited.Api())).EnsureSuccessStatusCode();
        var done = await WebPage.Get(officer, $"/assessments/{invited.Assessment}");
        done.Document.QuerySelector("#answers")!.TextContent.ShouldContain("250 MWh");
        done.Text.ShouldContain("Declared by");
        done.Document.QuerySelector("a[href^='/scorecards/']").ShouldNotBeNull();
        done.Document.QuerySelector(".page-actions a[href$='/renew']").ShouldBeNull();
        var assessment = await house.Read(invited.Assessment);
        var mails = await house.MailsTo(assessment.Invitee.Email);
        mails.Count(mail => mail.TextBody!.Contains($"/receipts/{assessment.Submission!.Receipt}", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task The_due_date_changes_and_the_assessment_is_withdrawn_with_a_reason(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (supplier, id, _) = await house.Invite();
        var officer = await house.As(Role.Officer);
        var form = await WebPage.Get(officer, $"/assessments/{id}/due-date");
        (await form.Submit(new() { ["Command.DueOn"] = "2026-06-01" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await form.Submit(new() { ["Command.DueOn"] = "2026-08-15" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var confirm = await WebPage.Get(officer, $"/assessments/{id}/withdraw");
        confirm.Document.QuerySelector("h1")!.TextContent.ShouldContain(supplier.LegalName);
        var blank = await WebPage.Read(officer, await confirm.Submit());
        blank.Text.ShouldContain("There is no reason.");
        (await confirm.Submit(new() { ["Command.Reason"] = "The company was sold" })).Headers.Location!.ToString().ShouldBe($"/assessments/{id}?done=withdrawn");
        var page = await WebPage.Get(officer, $"/assessments/{id}?done=withdrawn");
        page.Text.ShouldContain("Reason: The company was sold");
        page.Text.ShouldContain("Due date changed from 21 July 2026 to 15 August 2026");
        page.Text.ShouldContain("Withdrawn");
    }

    [Theory, OnEveryDatabase]
    public async Task The_link_shows_to_those_who_invite_and_the_journal_keeps_it(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (_, id, _) = await house.Invite();
        var officer = await house.As(Role.Officer);
        var page = await WebPage.Get(officer, $"/assessments/{id}");
        page.Document.QuerySelector("#link").ShouldBeNull();
        page = await WebPage.Read(officer, await page.Submit(form: "#invitation form"));
        var link = new Uri(page.Document.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
        (await WebPage.Get(house.Stranger(), link)).Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("looked at, to pass it on");
        (await WebPage.Get(await house.As(Role.Manager), $"/assessments/{id}")).Document.QuerySelector("#invitation form").ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Roles_and_suppliers_see_what_is_theirs(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (supplier, id, _) = await house.Invite();
        foreach (var role in new[] { Role.Reviewer, Role.Manager, Role.Auditor })
        {
            var browser = await house.As(role);
            (await browser.GetAsync($"/assessments/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
            foreach (var path in new[] { "/assessments/invite", $"/assessments/{id}/renew", $"/assessments/{id}/withdraw", $"/assessments/{id}/due-date" })
                (await browser.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
        var own = await house.SignedIn(await house.MakeAccount(Role.Supplier, supplier.Id));
        (await own.GetAsync($"/assessments/{id}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await own.GetAsync("/")).Headers.Location!.ToString().ShouldBe("/portal");
        var other = await house.SignedIn(await house.MakeAccount(Role.Supplier, (await house.Register()).Id));
        (await other.GetAsync($"/portal/assessments/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task Today_begins_empty_and_then_lists_what_waits(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var officer = await house.As(Role.Officer);
        var empty = await WebPage.Get(officer, "/");
        empty.Text.ShouldContain("Nothing waits for you");
        empty.Document.QuerySelector("main a[href='/suppliers/new']").ShouldNotBeNull();

        await house.Register(A.Supplier().Named("Prospect Parts AG").InStatus(SupplierStatus.Prospective));
        var version = await house.Publish();
        foreach (var (name, days) in new[] { ("Late Steel AG", 2), ("Soon Wood AG", 9), ("Far Glass AG", 90) })
            await house.Send(new InviteSuppliers.Command(version.Id, [(await house.Register(A.Supplier().Named(name))).Id], house.Due(days)));
        house.Time.Advance(TimeSpan.FromDays(4));
        var invited = await Invited.To(house);
        await invited.Complete();
        (await invited.Submit(await invited.Api())).EnsureSuccessStatusCode();

        var page = await WebPage.Get(await house.As(Role.Officer), "/");
        Names(page, "overdue").ShouldBe(["Late Steel AG"]);
        Names(page, "soon").ShouldBe(["Soon Wood AG"]);
        Names(page, "prospects").ShouldBe(["Prospect Parts AG"]);
        Names(page, "submitted").Length.ShouldBe(1);
        page.Text.ShouldContain("2 days late");
        page.Text.ShouldNotContain("Far Glass AG");
        var manager = await WebPage.Get(await house.As(Role.Manager), "/");
        manager.Document.QuerySelector("#prospects").ShouldBeNull();
        manager.Document.QuerySelector("a[href$='/renew']").ShouldBeNull();
    }

    private static string[] Names(WebPage page, string section) =>
        [.. page.Document.QuerySelectorAll($"section[aria-labelledby={section}] .task-name").Select(name => name.TextContent)];

    private static async Task<string[]> Rows(HttpClient browser, string address)
    {
        var page = await WebPage.Get(browser, address);
        page.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return [.. page.Document.QuerySelectorAll("tbody th").Select(name => name.TextContent)];
    }
}
