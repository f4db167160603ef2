using System.Net;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Accounts;

public sealed class PasswordTests
{
    private const string Other = "quite another password";

    [Theory, OnEveryDatabase]
    public async Task A_forgotten_password_is_replaced_by_the_link_in_the_mail(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var account = await house.MakeAccount(Role.Officer, null);
        var browser = house.Stranger();
        var form = await WebPage.Get(browser, "/forgot-password");
        (await form.Submit(new() { ["Command.Email"] = " " + account.Email + " " })).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var link = House.LinkIn((await house.MailsTo(account.Email!)).ShouldHaveSingleItem());
        var choose = await WebPage.Get(browser, link);
        (await choose.Submit(new() { ["Command.Password"] = Other })).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await WebPage.Get(browser, link)).Text.ShouldContain("This link no longer works");
        var signIn = await WebPage.Get(browser, "/sign-in");
        (await signIn.Submit(new() { ["Email"] = account.Email!, ["Password"] = Other })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task The_answer_doesnt_tell_whether_there_is_an_account(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var known = await Ask(house, (await house.AccountOf(Role.Manager)).Email!);
        var unknown = await Ask(house, "nobody-here@example.com");
        unknown.Status.ShouldBe(known.Status);
        unknown.Location.ShouldBe(known.Location);
        (await house.MailsTo("nobody-here@example.com")).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task A_link_works_for_seven_days_and_not_longer(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var account = await house.MakeAccount(Role.Officer, null);
        await house.Send(new AskForNewPassword.Command { Email = account.Email! });
        var link = House.LinkIn((await house.MailsTo(account.Email!)).ShouldHaveSingleItem());

        house.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        (await WebPage.Get(house.Stranger(), link)).Text.ShouldContain("New password");
        house.Time.Advance(TimeSpan.FromMinutes(2));
        (await WebPage.Get(house.Stranger(), link)).Text.ShouldContain("This link no longer works");
    }

    [Theory, OnEveryDatabase]
    public async Task An_invented_or_damaged_link_is_nothing(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        foreach (var token in new[] { "x", "CfDJ8", new string('A', 500), "%20", "a.b" })
        {
            var page = await WebPage.Get(house.Stranger(), "/password/" + token);
            page.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
            page.Text.ShouldContain("This link no longer works");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task The_link_of_a_mail_stands_nowhere_in_the_database(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var account = await house.MakeAccount(Role.Officer, null);
        await house.Send(new AskForNewPassword.Command { Email = account.Email! });
        var token = House.LinkIn((await house.MailsTo(account.Email!)).ShouldHaveSingleItem())["/password/".Length..];
        (await house.InDb(db => db.Set<Infrastructure.Mail.OutgoingMail>().CountAsync(mail => mail.Text.Contains(token)))).ShouldBe(0);
        (await house.InDb(db => db.Journal.CountAsync(line => line.Payload.Contains(token)))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Ones_own_password_is_changed_and_this_session_goes_on(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var account = await house.MakeAccount(Role.Manager, null);
        var (here, elsewhere) = (await house.SignedIn(account), await house.SignedIn(account));
        var page = await WebPage.Get(here, "/account");
        const string Form = "form[action*=Password]";

        (await WebPage.Read(here, await page.Submit(new() { ["Password.Current"] = "wrong", ["Password.Password"] = Other }, Form))).Text.ShouldContain("This is not your present password.");
        (await WebPage.Read(here, await page.Submit(new() { ["Password.Current"] = House.Password, ["Password.Password"] = account.Email! }, Form))).Text.ShouldContain("would be guessed quickly");
        (await page.Submit(new() { ["Password.Current"] = House.Password, ["Password.Password"] = Other }, Form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        house.Time.Advance(TimeSpan.FromSeconds(61));
        (await here.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task Five_wrong_passwords_shut_the_account_for_ten_minutes_and_leave_five_lines(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var account = await house.MakeAccount(Role.Officer, null);
        var browser = house.Stranger();
        var form = await WebPage.Get(browser, "/sign-in");
        for (var attempt = 1; attempt <= 8; attempt++)
            await form.Submit(new() { ["Email"] = account.Email!, ["Password"] = "wrong" });

        (await WebPage.Read(browser, await form.Submit(new() { ["Email"] = account.Email!, ["Password"] = House.Password }))).Text.ShouldContain("Wait ten minutes");
        (await house.InDb(db => db.Journal.CountAsync(line => line.Event == nameof(SignInRefused)))).ShouldBe(5);
    }

    [Theory, OnEveryDatabase]
    public async Task Name_and_language_are_changed_at_once(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var browser = await house.SignedIn(await house.MakeAccount(Role.Manager, null));
        var page = await WebPage.Get(browser, "/account");
        (await page.Submit(new() { ["Profile.Name"] = "林 伟", ["Profile.Language"] = "zh-Hans" }, "form[action*=Edit]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = await WebPage.Get(browser, "/account");
        after.Document.QuerySelector(".menu-name")!.TextContent.ShouldBe("林 伟");
        after.Document.DocumentElement.GetAttribute("lang").ShouldBe("zh-Hans");
    }

    [Theory, OnEveryDatabase]
    public async Task An_API_key_is_shown_once_works_and_is_revoked(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var browser = await house.SignedIn(await house.MakeAccount(Role.Officer, null));
        var page = await WebPage.Get(browser, "/account");
        var shown = await WebPage.Read(browser, await page.Submit(new() { ["Key.Name"] = "Purchasing system" }, "form[action$='handler=Key']"));
        var key = shown.Document.QuerySelector(".notice code")!.TextContent;
        var program = house.Stranger();
        program.DefaultRequestHeaders.Authorization = new("Bearer", key);
        (await program.GetAsync("/api/v1/account")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var later = await WebPage.Get(browser, "/account");
        later.Document.Body!.TextContent.ShouldNotContain(key);
        (await later.Submit(null, "form[action*=Revoke]", "button")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await program.GetAsync("/api/v1/account")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_revokes_anothers_key(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var owner = await house.MakeAccount(Role.Officer, null);
        await house.Api(owner);
        var key = await house.InDb(db => db.ApiKeys.SingleAsync(k => k.OwnerId == owner.Id));
        await Should.ThrowAsync<SupplierEsg.Application.Common.NotFound>(() => house.Send(new RevokeApiKey.Command(key.Id)));
    }

    [Fact]
    public async Task Doors_are_slowed_down_for_one_address()
    {
        await using var house = await House.Own(DatabaseProvider.Sqlite, ("Limits:DoorsPerMinute", "3"));
        var browser = house.Stranger();
        var form = await WebPage.Get(browser, "/sign-in");
        HttpResponseMessage answer = null!;
        for (var attempt = 1; attempt <= 4; attempt++)
            answer = await form.Submit(new() { ["Email"] = "nobody@example.com", ["Password"] = "wrong" });
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        (await WebPage.Read(browser, answer)).Text.ShouldContain("Too many attempts");
        (await browser.GetAsync("/sign-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<(HttpStatusCode Status, string? Location)> Ask(House house, string email)
    {
        var form = await WebPage.Get(house.Stranger(), "/forgot-password");
        var answer = await form.Submit(new() { ["Command.Email"] = email });
        return (answer.StatusCode, answer.Headers.Location?.OriginalString);
    }
}
