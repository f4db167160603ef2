using System.Net;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Accounts;

public sealed class SignInTests
{
    [Theory, OnEveryDatabase]
    public async Task An_officer_signs_in_and_sees_the_desk(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var page = await WebPage.Get(await house.As(Role.Officer), "/");
        page.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector("h1")!.TextContent.ShouldBe("Today");
    }

    [Theory, OnEveryDatabase]
    public async Task A_wrong_password_is_told_and_the_address_stays_in_the_form(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var browser = house.Stranger();
        var form = await WebPage.Get(browser, "/sign-in");
        var page = await WebPage.Read(browser, await form.Submit(new() { ["Email"] = "nobody@example.com", ["Password"] = "wrong" }));
        page.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("don't belong together");
        page.Document.QuerySelector("#Email")!.GetAttribute("value").ShouldBe("nobody@example.com");
    }

    [Theory, OnEveryDatabase]
    public async Task A_stranger_is_led_to_the_sign_in_and_back(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var answer = await house.Stranger().GetAsync("/");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.PathAndQuery.ShouldBe("/sign-in?returnUrl=%2F");
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_without_a_valid_key_gets_a_problem_document(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var client = house.Stranger();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "sesg_invented");
        var answer = await client.GetAsync("/api/v1/nothing-here");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }
}
