using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Accounts;

public sealed class FirstStartTests
{
    [Theory, OnEveryDatabase]
    public async Task The_link_makes_the_administrator_once_and_signs_in(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var link = await NewLink(house);
        var browser = house.Stranger();
        var form = await WebPage.Get(browser, link);
        var another = await WebPage.Get(house.Stranger(), link);

        var made = await form.Submit(Person("chief@example.com"));

        made.StatusCode.ShouldBe(HttpStatusCode.Redirect, await made.Content.ReadAsStringAsync());
        (await WebPage.Get(browser, "/settings/people")).Text.ShouldContain("chief@example.com");
        (await house.InDb(db => db.Journal.SingleAsync(line => line.Event == nameof(AccountMade)))).Payload.ShouldContain("administrator");
        var again = await another.Submit(Person("second@example.com"));
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, await again.Content.ReadAsStringAsync());
        (await house.InDb(db => db.Users.CountAsync())).ShouldBe(1);
        (await WebPage.Get(house.Stranger(), link)).Text.ShouldContain("This link no longer works");
    }

    [Theory, OnEveryDatabase]
    public async Task Every_start_prints_another_link_until_there_is_an_account(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var first = await NewLink(house);
        var second = await NewLink(house);

        second.ShouldNotBe(first);
        (await WebPage.Get(house.Stranger(), first)).Text.ShouldContain("This link no longer works");
        (await WebPage.Get(house.Stranger(), second)).Text.ShouldContain("Make the administrator");
        await house.AccountOf(Role.Officer);
        (await Renew(house)).ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_link_is_worth_nothing_once_there_is_an_account_made_by_another_way(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var link = await NewLink(house);
        var form = await WebPage.Get(house.Stranger(), link);
        await house.AccountOf(Role.Auditor);

        (await WebPage.Get(house.Stranger(), link)).Text.ShouldContain("This link no longer works");
        (await form.Submit(Person("chief@example.com"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await house.InDb(db => db.Users.CountAsync())).ShouldBe(1);

        (await Renew(house)).ShouldBeNull();
        (await house.InDb(db => db.Set<SetupLink>().CountAsync())).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Of_two_who_use_the_link_at_once_one_becomes_administrator(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var link = (await NewLink(house))["/setup/".Length..];

        var tries = await Task.WhenAll(Enumerable.Range(1, 4).Select(number => Task.Run(async () =>
        {
            try
            {
                await house.Send(new MakeAdministrator.Command { Link = link, Name = "Chief", Email = $"chief{number}@example.com", Password = House.Password });
                return true;
            }
            catch (RuleBroken)
            {
                return false;
            }
        })));

        tries.Count(made => made).ShouldBe(1);
        (await house.InDb(db => db.Users.CountAsync())).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_wrong_in_the_form_is_told_and_the_link_still_works(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var browser = house.Stranger();
        var form = await WebPage.Get(browser, await NewLink(house));

        var refused = await WebPage.Read(browser, await form.Submit(new() { ["Command.Name"] = "", ["Command.Email"] = "chief@example.com", ["Command.Password"] = "short" }));
        refused.Text.ShouldContain("Enter the person's name.");
        refused = await WebPage.Read(browser, await refused.Submit(new() { ["Command.Name"] = "Chief", ["Command.Password"] = "short" }));
        refused.Text.ShouldContain("Choose at least 10 characters");
        refused.Document.QuerySelector("#Command_Email")!.GetAttribute("value").ShouldBe("chief@example.com");

        (await refused.Submit(new() { ["Command.Password"] = House.Password })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static Dictionary<string, string?> Person(string email) => new() { ["Command.Name"] = "Chief", ["Command.Email"] = email, ["Command.Password"] = House.Password };

    private static async Task<string> NewLink(House house) => new Uri((await Renew(house)).ShouldNotBeNull()).AbsolutePath;

    private static async Task<string?> Renew(House house)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISetup>().Renew(CancellationToken.None);
    }
}
