using System.Net;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Accounts;

public sealed class PeopleTests
{
    [Theory, OnEveryDatabase]
    public async Task A_person_is_added_and_chooses_a_password_from_the_mail(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var email = Address();
        var form = await WebPage.Get(await house.As(Role.Administrator), "/settings/people/new");

        var added = await form.Submit(new() { ["Command.Name"] = "Lin Wei", ["Command.Email"] = email, ["Command.Roles"] = "Reviewer", ["Command.Language"] = "zh-Hans" });

        added.StatusCode.ShouldBe(HttpStatusCode.Redirect, await added.Content.ReadAsStringAsync());
        var mail = (await house.MailsTo(email)).ShouldHaveSingleItem();
        mail.TextBody!.ShouldContain("Lin Wei");
        var stranger = house.Stranger();
        var choose = await WebPage.Get(stranger, House.LinkIn(mail));
        (await choose.Submit(new() { ["Command.Password"] = House.Password })).Headers.Location!.OriginalString.ShouldBe("/sign-in?chosen=true");
        var account = await house.InDb(db => db.Users.SingleAsync(u => u.Email == email));
        var browser = await house.SignedIn(account);
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/settings/people")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await WebPage.Read(stranger, await choose.Submit(new() { ["Command.Password"] = "another long password" }))).Text.ShouldContain("no longer works");
    }

    [Theory, OnEveryDatabase]
    public async Task Without_a_mail_server_the_administrator_sees_the_link(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var id = await Add(house, Role.Officer);
        var page = await WebPage.Get(await house.As(Role.Administrator), $"/settings/people/{id}");
        var link = page.Document.QuerySelector(".notice code")!.TextContent;
        (await WebPage.Get(house.Stranger(), new Uri(link).PathAndQuery)).Text.ShouldContain("Choose a password");
    }

    [Theory, OnEveryDatabase]
    public async Task A_taken_address_is_refused_beside_its_field(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var known = await house.AccountOf(Role.Officer);
        var browser = await house.As(Role.Administrator);
        var form = await WebPage.Get(browser, "/settings/people/new");
        var page = await WebPage.Read(browser, await form.Submit(new() { ["Command.Name"] = "Twin", ["Command.Email"] = known.Email!.ToUpperInvariant(), ["Command.Roles"] = "Officer" }));
        page.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Document.QuerySelector("#Command_Email-error")!.TextContent.ShouldContain("There is an account with the address");
    }

    [Theory, OnEveryDatabase]
    public async Task An_address_that_is_none_is_refused(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        foreach (var address in new[] { "nobody", "a@", "Lin <lin@example.com>", "a b@example.com", new string('x', 300) + "@example.com" })
            (await Should.ThrowAsync<RuleBroken>(() => house.Send(new AddPerson.Command { Name = "X", Email = address, Roles = [Role.Officer] }))).Code.ShouldBe("account.email-unusable", address);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_of_ours_becomes_a_suppliers_person(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        (await Should.ThrowAsync<RuleBroken>(() => house.Send(new AddPerson.Command { Name = "X", Email = Address(), Roles = [Role.Supplier] }))).Code.ShouldBe("account.supplier-role-alone");
        var id = await Add(house, Role.Officer);
        (await Should.ThrowAsync<RuleBroken>(() => house.Send(new ChangeRoles.Command { Id = id, Roles = [Role.Officer, Role.Supplier] }))).Code.ShouldBe("account.supplier-role-alone");
    }

    [Theory, OnEveryDatabase]
    public async Task A_session_follows_new_roles_within_a_minute(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var account = await house.MakeAccount(Role.Manager, null);
        var browser = await house.SignedIn(account);
        (await browser.GetAsync("/journal")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        await house.Send(new ChangeRoles.Command { Id = account.Id, Roles = [Role.Auditor] });
        house.Time.Advance(TimeSpan.FromSeconds(61));

        (await browser.GetAsync("/journal")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await house.InDb(db => db.Journal.SingleAsync(line => line.Event == nameof(RolesChanged)))).Payload.ShouldContain("\"before\":[\"manager\"],\"after\":[\"auditor\"]");
    }

    [Theory, OnEveryDatabase]
    public async Task A_locked_account_is_out_everywhere_and_comes_back_when_unlocked(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var account = await house.MakeAccount(Role.Officer, null);
        var (browser, program) = (await house.SignedIn(account), await house.Api(account));
        var chief = await house.As(Role.Administrator);
        var form = await WebPage.Get(chief, $"/settings/people/{account.Id}/lock");

        (await form.Submit(new() { ["Command.Reason"] = "Has left the company" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await program.GetAsync("/api/v1/account")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        house.Time.Advance(TimeSpan.FromSeconds(61));
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await TrySignIn(house, account, House.Password)).ShouldContain("This account is locked");
        (await TrySignIn(house, account, "wrong")).ShouldContain("don't belong together");
        (await house.InDb(db => db.Journal.SingleAsync(line => line.Event == nameof(AccountLocked)))).Reason.ShouldBe("Has left the company");

        await house.Send(new UnlockAccount.Command(account.Id));
        (await (await house.SignedIn(account)).GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await program.GetAsync("/api/v1/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task Administrators_cant_shut_themselves_out(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var me = await house.AccountOf(Role.Administrator);
        var browser = await house.As(Role.Administrator);
        var roles = await WebPage.Get(browser, $"/settings/people/{me.Id}");
        (await WebPage.Read(browser, await roles.Submit(new() { ["Command.Roles"] = "Officer" }))).Text.ShouldContain("You can't take the administrator role from yourself");
        var locking = await WebPage.Get(browser, $"/settings/people/{me.Id}/lock");
        (await WebPage.Read(browser, await locking.Submit(new() { ["Command.Reason"] = "A try" }))).Text.ShouldContain("You can't lock your own account");
        (await WebPage.Get(browser, $"/settings/people/{me.Id}")).Text.ShouldContain("Active");
    }

    [Theory, OnEveryDatabase]
    public async Task A_reset_ends_the_password_and_the_sessions_and_sends_a_link(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var account = await house.MakeAccount(Role.Officer, null);
        var browser = await house.SignedIn(account);

        await house.Send(new ResetAccount.Command(account.Id));

        (await TrySignIn(house, account, House.Password)).ShouldContain("don't belong together");
        house.Time.Advance(TimeSpan.FromSeconds(61));
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await house.MailsTo(account.Email!)).ShouldHaveSingleItem().Subject.ShouldBe("Choose a new password for SupplierEsg");
    }

    [Theory, OnEveryDatabase]
    public async Task People_are_found_by_a_part_of_name_or_address(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var name = "Zsófia " + Guid.NewGuid().ToString("N")[..8];
        await house.Send(new AddPerson.Command { Name = name, Email = Address(), Roles = [Role.Manager] });
        (await house.Send(new ListPeople.Query(false, name[3..].ToLowerInvariant(), 1))).Rows.ShouldHaveSingleItem().Name.ShouldBe(name);
        (await house.Send(new ListPeople.Query(true, name, 1))).Total.ShouldBe(0);
    }

    private static string Address() => $"{Guid.NewGuid():N}@example.com";

    private static Task<Guid> Add(House house, Role role) => house.Send(new AddPerson.Command { Name = "Somebody New", Email = Address(), Roles = [role], Language = "en" });

    private static async Task<string> TrySignIn(House house, AppUser account, string password)
    {
        var browser = house.Stranger();
        var form = await WebPage.Get(browser, "/sign-in");
        return (await WebPage.Read(browser, await form.Submit(new() { ["Email"] = account.Email!, ["Password"] = password }))).Text;
    }
}
