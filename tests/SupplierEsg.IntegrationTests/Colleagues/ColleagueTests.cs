using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Builders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Answering;
using SupplierEsg.IntegrationTests.Assessments;
using SupplierEsg.IntegrationTests.Support;
using Inviting = SupplierEsg.IntegrationTests.Assessments.Inviting;

namespace SupplierEsg.IntegrationTests.Colleagues;

/// <summary>From the list of colleagues over the mail to the task list of the one who was asked.</summary>
public sealed class ColleagueTests
{
    private const string Password = "five green bottles";

    [Theory, OnEveryDatabase]
    public async Task A_colleague_is_asked_makes_an_account_and_finds_the_own_themes_first(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var (email, link) = await Ask(invited, "ENV");
        var page = await WebPage.Get(invited.House.Stranger(), link);
        page.Text.ShouldContain(invited.Person.DisplayName);
        page.Text.ShouldContain("Environment");
        page.Text.ShouldNotContain("Governance");
        (await Only(invited)).AcceptedAt.ShouldBeNull("Opening the page changes nothing.");

        var browser = invited.House.Stranger();
        var accepted = await (await WebPage.Get(browser, link)).Submit(new() { ["Name"] = "Priya Nair", ["Password"] = Password });
        accepted.StatusCode.ShouldBe(HttpStatusCode.Redirect, await accepted.Content.ReadAsStringAsync());
        accepted.Headers.Location!.ToString().ShouldBe(invited.Address);
        var account = await invited.House.InDb(db => db.Users.SingleAsync(u => u.Email == email));
        account.SupplierId.ShouldBe(invited.Supplier);
        (await Only(invited)).AccountId.ShouldBe(account.Id);
        var tasks = await WebPage.Get(browser, invited.Address);
        tasks.Document.QuerySelectorAll("main .tasks .task-name")[0].TextContent.ShouldBe("Environment");
        tasks.Document.QuerySelector("main .tasks li")!.TextContent.ShouldContain("Yours");
        (await invited.Page()).Text.ShouldContain("With Priya Nair");

        // Used up.
        (await WebPage.Get(invited.House.Stranger(), link)).Response.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Theory, OnEveryDatabase]
    public async Task A_mail_sent_again_outdates_the_link_before_and_one_taken_back_leads_nowhere(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var (email, first) = await Ask(invited, "GOV");
        var page = await invited.Page("/colleagues");
        (await page.Submit(form: "form[action*=Again]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var second = (await invited.House.MailsTo(email))[^1].Link();
        second.ShouldNotBe(first);
        (await WebPage.Get(invited.House.Stranger(), first)).Response.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await WebPage.Get(invited.House.Stranger(), second)).Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await invited.Page("/colleagues")).Submit(form: "form[action*=Back]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await WebPage.Get(invited.House.Stranger(), second)).Response.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await invited.House.InDb(db => db.Colleagues.CountAsync(c => c.AssessmentId == invited.Assessment))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_of_the_house_is_in_at_once_and_gets_a_plain_link(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var other = await invited.Colleague();
        await Post(invited, other.Person.Email!, "GOV");
        var colleague = await Only(invited);
        (colleague.AccountId, colleague.AcceptedAt is not null).ShouldBe((other.Person.Id, true));
        var mail = (await invited.House.MailsTo(other.Person.Email!)).ShouldHaveSingleItem();
        mail.TextBody!.ShouldContain(invited.Address);
        mail.TextBody!.ShouldNotContain("/invitation/");
    }

    [Theory, OnEveryDatabase]
    public async Task Another_suppliers_account_is_refused_at_the_link_and_not_told_before(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var invited = await Invited.To(house);
        var stranger = await Invited.To(house);
        await Post(invited, stranger.Person.Email!, "GOV");
        (await Only(invited)).AccountId.ShouldBeNull();
        var link = (await house.MailsTo(stranger.Person.Email!))[^1].Link();
        var page = await WebPage.Get(house.Stranger(), link);
        page.Response.StatusCode.ShouldBe(HttpStatusCode.Gone);
        page.Text.ShouldContain("doesn't belong to");
        (await Only(invited)).AcceptedAt.ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Themes_are_taken_for_oneself_and_changed_for_others(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        (await (await invited.Page("/colleagues")).Submit(new() { ["Themes"] = "ENV" }, "form[action*=Own]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Only(invited)).Themes.ShouldBe(["ENV"]);
        (await invited.House.MailsTo(invited.Person.Email!)).ShouldBeEmpty("One needs no mail from oneself.");
        (await (await invited.Page("/colleagues")).Submit(new() { ["Themes"] = "GOV" }, "form[action*=Themes]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Only(invited)).Themes.ShouldBe(["GOV"]);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_missing_in_the_form_is_told_beside_its_field(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var back = await WebPage.Read(invited.Browser, await (await invited.Page("/colleagues")).Submit(new() { ["Email"] = "no address" }, "section form"));
        back.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        back.Document.QuerySelectorAll(".error-summary a").Length.ShouldBe(2);
        back = await WebPage.Read(invited.Browser, await back.Submit(new() { ["Name"] = "Priya Nair", ["Email"] = Inviting.NewAddress() }, "section form"));
        back.Document.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#Themes");
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_does_the_same_and_the_buyers_does_nothing(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var invited = await Invited.To(house);
        var api = await invited.Api();
        var made = await api.PostAsJsonAsync(invited.Api("colleagues"), new { name = "Priya Nair", email = Inviting.NewAddress(), language = "zh-Hans", themes = new[] { "GOV" } });
        made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        (await api.PutAsJsonAsync(invited.Api($"colleagues/{id}/themes"), new { themes = new[] { "ENV", "GOV" } })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await api.PostAsync(invited.Api($"colleagues/{id}/again"), null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var listed = (await api.GetFromJsonAsync<JsonElement>(invited.Api("colleagues"))).EnumerateArray().Single();
        listed.GetProperty("themes").EnumerateArray().Select(code => code.GetString()).ShouldBe(["GOV", "ENV"]);
        listed.TryGetProperty("invitationKey", out _).ShouldBeFalse();
        (await (await house.Api(Role.Officer)).GetAsync(invited.Api("colleagues"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await house.Api(Role.Officer)).GetAsync(invited.Api("notes"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await (await Invited.To(house)).Api()).GetAsync(invited.Api("colleagues"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await api.DeleteAsync(invited.Api($"colleagues/{id}"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private static async Task<(string Email, string Link)> Ask(Invited invited, string theme)
    {
        var email = Inviting.NewAddress();
        await Post(invited, email, theme);
        return (email, (await invited.House.MailsTo(email)).ShouldHaveSingleItem().Link());
    }

    private static async Task Post(Invited invited, string email, string theme)
    {
        var page = await invited.Page("/colleagues");
        var asked = await page.Submit(new() { ["Name"] = "Priya Nair", ["Email"] = email, ["Language"] = "en", ["Themes"] = theme }, "section form");
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect, await asked.Content.ReadAsStringAsync());
    }

    private static Task<Colleague> Only(Invited invited) =>
        invited.House.InDb(db => db.Colleagues.IgnoreQueryFilters().AsNoTracking().SingleAsync(c => c.AssessmentId == invited.Assessment));
}
