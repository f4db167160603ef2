using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.Infrastructure.Idempotency;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Api;

public sealed class IdempotencyTests
{
    [Theory, OnEveryDatabase]
    public async Task The_same_key_makes_one_thing_and_gives_one_answer(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var api = await house.Api(Role.Administrator);
        var (key, email) = (Key(), Email());

        var first = await Add(api, email, key);
        var second = await Add(api, email, key);

        first.StatusCode.ShouldBe(HttpStatusCode.Created, await first.Content.ReadAsStringAsync());
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        second.Headers.GetValues("Idempotent-Replayed").ShouldBe(["true"]);
        second.Content.Headers.ContentType.ShouldBe(first.Content.Headers.ContentType);
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        (await house.InDb(db => db.Users.CountAsync(u => u.Email == email))).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_key_with_another_body_is_refused(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var api = await house.Api(Role.Administrator);
        var key = Key();
        await Add(api, Email(), key);
        var other = await Add(api, Email(), key);
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Detail(other)).ShouldContain("used for another request");
    }

    [Theory, OnEveryDatabase]
    public async Task Many_at_once_make_one(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var api = await house.Api(Role.Administrator);
        var (key, email) = (Key(), Email());
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Add(api, email, key))));
        answers.Select(answer => answer.StatusCode).ShouldAllBe(status => status == HttpStatusCode.Created || status == HttpStatusCode.Conflict);
        answers.ShouldContain(answer => answer.StatusCode == HttpStatusCode.Created);
        (await house.InDb(db => db.Users.CountAsync(u => u.Email == email))).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task While_the_first_is_under_way_the_second_is_told_so(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var api = await house.Api(Role.Administrator);
        var (key, email) = (Key(), Email());
        await Add(api, email, key);
        var account = (await house.AccountOf(Role.Administrator)).Id;
        await house.InDb(db => db.Set<IdempotentReply>().Where(r => r.AccountId == account).ExecuteUpdateAsync(r => r.SetProperty(x => x.Status, (int?)null)));
        (await Add(api, email, key)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_refused_is_judged_anew(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var api = await house.Api(Role.Administrator);
        var key = Key();
        (await Add(api, "nobody", key)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Add(api, Email(), key)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory, OnEveryDatabase]
    public async Task A_key_is_free_again_after_a_day(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var api = await house.Api(Role.Administrator);
        var key = Key();
        await Add(api, "one@example.com", key);
        house.Time.Advance(TimeSpan.FromHours(24));
        (await Add(api, "two@example.com", key)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory, OnEveryDatabase]
    public async Task Keys_of_different_accounts_and_cases_are_different(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (one, other) = (await house.Api(Role.Administrator), await house.Api(await house.MakeAccount(Role.Administrator, null)));
        var key = "a" + Key();
        foreach (var (api, sent) in new[] { (one, key), (other, key), (one, key.ToUpperInvariant()) })
            (await Add(api, Email(), sent)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory, OnEveryDatabase]
    public async Task A_key_that_is_none_is_refused(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var api = await house.Api(Role.Administrator);
        foreach (var key in new[] { new string('k', 101), "two words" })
            (await Add(api, Email(), key)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, key);
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_that_is_broken_off_is_told_so(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var api = await house.Api(Role.Officer);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/questionnaires")
        {
            Content = new StringContent("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"form.xlsx\"\r\n\r\nPK"),
            Headers = { { "Idempotency-Key", Key() } },
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=part");
        var answer = await api.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Detail(answer)).ShouldContain("The form can't be read");
    }

    private static async Task<HttpResponseMessage> Add(HttpClient api, string email, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/people")
        {
            Content = JsonContent.Create(new { name = "Lin Wei", email, roles = new[] { "officer" }, language = "en" }),
            Headers = { { "Idempotency-Key", key } },
        };
        return await api.SendAsync(request);
    }

    private static async Task<string> Detail(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonNode>())!["detail"]!.GetValue<string>();

    private static string Key() => Guid.NewGuid().ToString();

    private static string Email() => $"{Guid.NewGuid():N}@example.com";
}
