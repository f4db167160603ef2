using System.Net;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Builders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Assessments;

public sealed class InvitePageTests
{
    private const string Check = "button[value=check]";
    private const string Send = ".form button[value=send]";

    [Theory, OnEveryDatabase]
    public async Task Suppliers_are_found_chosen_checked_and_invited_without_script(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (one, two, version) = (await house.Register(), await house.Register(), await house.Publish());
        var browser = await house.As(Role.Officer);
        // The first comes with the address, the second is found by searching; the choice survives the search.
        var page = await WebPage.Get(browser, $"/assessments/invite?supplier={one.Id}");
        page = await WebPage.Read(browser, await page.Submit(new() { ["Q"] = two.LegalName, ["Command.Questionnaire"] = version.Id.ToString() }, button: "button[value=filter]"));
        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        page.Document.QuerySelector("tbody input[type=checkbox]")!.SetAttribute("checked", "checked");
        page = await WebPage.Read(browser, await page.Submit(button: Check));
        page.Text.ShouldContain(one.LegalName);
        page.Text.ShouldContain(two.LegalName);
        page.Document.QuerySelector("#Command_DueOn")!.GetAttribute("value").ShouldBe("2026-07-21");

        var done = await page.Submit(new() { ["Command.Recipients[1].Language"] = "zh-Hans" }, button: Send);
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect, await done.Content.ReadAsStringAsync());
        var confirmed = await WebPage.Get(browser, done.Headers.Location!.ToString());
        confirmed.Text.ShouldContain("2 suppliers are invited");
        var ids = new[] { one.Id, two.Id };
        var made = await house.InDb(db => db.Assessments.AsNoTracking().Where(a => ids.Contains(a.SupplierId)).ToListAsync());
        made.Select(a => a.QuestionnaireVersionId).Distinct().ShouldHaveSingleItem().ShouldBe(version.Id);
        made.Select(a => a.Invitee.Language).Order().ShouldBe(["en", "zh-Hans"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_cannot_be_invited_is_named_and_nobody_is_until_they_are_left_out(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var fine = await house.Register();
        var blocked = await house.Register(A.Supplier().InStatus(SupplierStatus.Blocked));
        var silent = await house.Register(A.Supplier().With(p => p with { Contacts = [] }));
        var version = await house.Publish();
        var browser = await house.As(Role.Officer);
        var page = await WebPage.Get(browser, $"/assessments/invite?questionnaire={version.Id}&supplier={fine.Id}&supplier={blocked.Id}&supplier={silent.Id}");
        page = await WebPage.Read(browser, await page.Submit(button: Check));
        page.Text.ShouldContain("2 of the chosen suppliers can't be invited");

        page = await WebPage.Read(browser, await page.Submit(button: Send));
        page.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain($"{blocked.LegalName} is blocked and can't be invited.");
        page.Text.ShouldContain($"{silent.LegalName} has no contact with an e-mail address.");
        (await house.InDb(db => db.Assessments.AnyAsync(a => a.SupplierId == fine.Id))).ShouldBeFalse();

        (await page.Submit(new() { ["Command.LeaveOut"] = "true" }, button: Send)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await house.InDb(db => db.Assessments.CountAsync(a => a.SupplierId == fine.Id))).ShouldBe(1);

        page = await WebPage.Get(browser, $"/assessments/invite?questionnaire={version.Id}&supplier={fine.Id}");
        page = await WebPage.Read(browser, await page.Submit(button: Check));
        page.Text.ShouldContain($"{fine.LegalName} has an open assessment of this questionnaire already.");
        page.Document.QuerySelector(Send).ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_due_date_in_the_past_is_refused_and_what_was_typed_stays(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (supplier, version) = (await house.Register(), await house.Publish());
        var browser = await house.As(Role.Officer);
        var page = await WebPage.Get(browser, $"/assessments/invite?questionnaire={version.Id}&supplier={supplier.Id}");
        page = await WebPage.Read(browser, await page.Submit(button: Check));
        page = await WebPage.Read(browser, await page.Submit(new() { ["Command.DueOn"] = "2026-06-30", ["Command.Note"] = "For the tender in autumn" }, button: Send));
        page.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Document.QuerySelector("#Command_DueOn-error")!.TextContent.ShouldContain("is not in the future");
        page.Document.QuerySelector("#Command_Note")!.TextContent.Trim().ShouldBe("For the tender in autumn");
    }

    [Theory, OnEveryDatabase]
    public async Task Nothing_chosen_is_told_on_the_first_step(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        await house.Publish();
        var browser = await house.As(Role.Officer);
        var page = await WebPage.Get(browser, "/assessments/invite?q=nobody-of-this-name");
        page = await WebPage.Read(browser, await page.Submit(new() { ["Command.Questionnaire"] = "" }, button: Check));
        page.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Choose at least one supplier.");
    }
}
