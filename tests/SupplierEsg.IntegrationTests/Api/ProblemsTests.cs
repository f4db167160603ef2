using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Api;

public sealed class ProblemsTests
{
    [Theory, OnEveryDatabase]
    public async Task Every_refusal_is_a_problem_document(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (stranger, manager, chief) = (house.Stranger(), await house.Api(Role.Manager), await house.Api(Role.Administrator));
        await Expect(stranger.GetAsync("/api/v1/people"), HttpStatusCode.Unauthorized, "Not signed in");
        await Expect(manager.GetAsync("/api/v1/people"), HttpStatusCode.Forbidden, "Not allowed");
        await Expect(chief.GetAsync($"/api/v1/people/{Guid.NewGuid()}"), HttpStatusCode.NotFound, "Not found");
        await Expect(stranger.GetAsync("/api/v1/no-such-thing"), HttpStatusCode.NotFound, "Not found");
        await Expect(stranger.GetAsync("/api/v2/suppliers"), HttpStatusCode.NotFound, "Not found");
        await Expect(chief.PutAsJsonAsync("/api/v1/people", new { }), HttpStatusCode.MethodNotAllowed, "Method not allowed");
        await Expect(chief.PostAsync("/api/v1/people", new StringContent("name,email", Encoding.UTF8, "text/csv")), HttpStatusCode.UnsupportedMediaType, "Unsupported media type");
        await Expect(chief.PostAsync("/api/v1/people", Json("{")), HttpStatusCode.BadRequest, "Not readable");
        await Expect(chief.PostAsync("/api/v1/people", Json("")), HttpStatusCode.BadRequest, "Not readable");
        await Expect(chief.GetAsync("/api/v1/people?page=two"), HttpStatusCode.BadRequest, "Not readable");
    }

    [Theory, OnEveryDatabase]
    public async Task Members_at_fault_are_named(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var api = await house.Api(Role.Administrator);
        var shape = await Expect(api.PostAsync("/api/v1/people", Json("""{"email":"x@example.com"}""")), HttpStatusCode.BadRequest, "Not as expected");
        shape["errors"]!.AsObject().Select(e => e.Key).Order().ShouldBe(["name", "roles"]);
        var kind = await Expect(api.PostAsync("/api/v1/people", Json("""{"name":"X","email":"x@example.com","roles":["king"]}""")), HttpStatusCode.BadRequest, "Not readable");
        kind["errors"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe("roles[0]");
        var rule = await Expect(api.PostAsync("/api/v1/people", Json("""{"name":"X","email":"nobody","roles":["officer"]}""")), HttpStatusCode.UnprocessableEntity, "Refused");
        rule["errors"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe("email");
        rule["code"]!.GetValue<string>().ShouldBe("account.email-unusable");
    }

    [Theory, OnEveryDatabase]
    public async Task The_description_tells_how_to_sign_in_and_what_each_call_may_answer(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var document = (await house.Stranger().GetFromJsonAsync<JsonNode>("/openapi/v1.json"))!;
        document["components"]!["securitySchemes"]!["apiKey"]!["scheme"]!.GetValue<string>().ShouldBe("bearer");
        var add = document["paths"]!["/api/v1/people"]!["post"]!;
        add["security"]!.AsArray().ShouldHaveSingleItem()!.AsObject().ShouldContain(scheme => scheme.Key == "apiKey");
        add["parameters"]!.AsArray().ShouldContain(parameter => parameter!["name"]!.GetValue<string>() == "Idempotency-Key");
        add["responses"]!.AsObject().Select(r => r.Key).ShouldBe(["201", "400", "401", "403", "409", "422"], ignoreOrder: true);
        document["paths"]!.AsObject().ShouldAllBe(path => path.Key.StartsWith("/api/v1/"));
    }

    private static StringContent Json(string body) => new(body, new MediaTypeHeaderValue("application/json"));

    private static async Task<JsonNode> Expect(Task<HttpResponseMessage> call, HttpStatusCode status, string title)
    {
        var answer = await call;
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        problem["title"]!.GetValue<string>().ShouldBe(title);
        problem["detail"]!.GetValue<string>().ShouldNotBeEmpty();
        problem["status"]!.GetValue<int>().ShouldBe((int)status);
        return problem;
    }
}
