using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Suppliers.Identifiers;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Suppliers;

public sealed class SupplierApiTests
{
    private const string Address = "/api/v1/suppliers";

    [Theory, OnEveryDatabase]
    public async Task A_program_registers_reads_edits_and_moves_a_supplier(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var api = await house.Api(Role.Officer);
        var (name, uscc) = (A.Name(), A.Uscc());
        var created = await api.PostAsJsonAsync(Address, new
        {
            legalName = name, countryCode = "cn", headCount = 12, categories = new[] { "metals" }, identifiers = new[] { new { scheme = "uscc", value = uscc.ToLowerInvariant() } },
            sites = new[] { new { kind = "registeredOffice", lines = "1 Harbour Road", city = "Xuzhou" } }, contacts = new[] { new { name = "Li Wei", email = "li.wei@northwind.example", language = "zh-Hans" } },
        });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        created.Headers.ETag!.Tag.ShouldBe("\"1\"");
        (await Json(created)).GetProperty("warnings").GetArrayLength().ShouldBe(0);

        var read = await api.GetAsync(created.Headers.Location);
        var supplier = await Json(read);
        supplier.GetProperty("legalName").GetString().ShouldBe(name);
        supplier.GetProperty("countryCode").GetString().ShouldBe("CN");
        supplier.GetProperty("size").GetString().ShouldBe("small");
        supplier.GetProperty("identifiers")[0].GetProperty("value").GetString().ShouldBe(uscc);
        supplier.GetProperty("nextStatuses").EnumerateArray().Select(s => s.GetString()).ShouldBe(["qualified", "suspended", "blocked"]);

        var edited = await Put(api, created.Headers.Location!, new { legalName = name, countryCode = "CN", headCount = 300 }, "\"1\"");
        edited.StatusCode.ShouldBe(HttpStatusCode.OK);
        edited.Headers.ETag!.Tag.ShouldBe("\"2\"");
        (await Json(edited)).GetProperty("supplier").GetProperty("identifiers").GetArrayLength().ShouldBe(0);

        var moved = await api.PostAsJsonAsync($"{created.Headers.Location}/status", new { status = "qualified", reason = "Audited" });
        moved.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Json(moved)).GetProperty("status").GetString().ShouldBe("qualified");
    }

    [Theory, OnEveryDatabase]
    public async Task The_list_filters_and_pages_and_says_what_it_cannot_read(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var supplier = await house.Register(A.Supplier().From("PT"));
        var api = await house.Api(Role.Auditor);
        var list = await Json(await api.GetAsync($"{Address}?search={Uri.EscapeDataString(supplier.LegalName)}&country=pt&status=registered&size=medium&category=machinery&sort=-registered&pageSize=5"));
        list.TryGetProperty("total", out _).ShouldBeTrue(list.ToString());
        list.GetProperty("total").GetInt32().ShouldBe(1);
        list.GetProperty("size").GetInt32().ShouldBe(5);
        list.GetProperty("rows")[0].GetProperty("id").GetGuid().ShouldBe(supplier.Id.Value);
        foreach (var (query, member) in new[] { ("status=happy", "status"), ("page=two", "page"), ("sort=price", "sort"), ("pageSize=100000", "pageSize") })
        {
            var refused = await api.GetAsync($"{Address}?{query}");
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, query);
            (await refused.Content.ReadAsStringAsync()).ShouldContain($"\"errors\":{{\"{member}\":[");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_taken_number_is_a_conflict_that_names_its_holder(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var lei = A.Lei();
        var holder = await house.Register(A.Supplier().Identified(IdentifierScheme.Lei, lei));
        var api = await house.Api(Role.Officer);
        var refused = await api.PostAsJsonAsync(Address, new { legalName = A.Name(), countryCode = "DE", identifiers = new object[] { new { scheme = "duns", value = A.Duns() }, new { scheme = "lei", value = lei } } });
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await Json(refused);
        problem.GetProperty("code").GetString().ShouldBe("supplier.identifier-taken");
        problem.GetProperty("link").GetString().ShouldBe($"/suppliers/{holder.Id}");
        problem.GetProperty("errors").GetProperty("identifiers[1].value")[0].GetString()!.ShouldContain(holder.LegalName);
    }

    [Theory, OnEveryDatabase]
    public async Task Of_many_at_the_same_moment_one_gets_the_number_and_the_others_hear_who(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var api = await house.Api(Role.Officer);
        var vat = A.Duns();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => api.PostAsJsonAsync(Address, new { legalName = A.Name(), countryCode = "DE", identifiers = new[] { new { scheme = "duns", value = vat } } })));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await Json(refused)).GetProperty("code").GetString().ShouldBe("supplier.identifier-taken");
        }
        (await house.InDb(db => db.Suppliers.CountAsync(s => s.Identifiers.Any(i => i.Value == vat)))).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task National_numbers_may_repeat(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        await house.Register(A.Supplier().Identified(IdentifierScheme.National, "HRB 777"));
        await house.Register(A.Supplier().Identified(IdentifierScheme.National, "HRB 777"));
    }

    [Theory, OnEveryDatabase]
    public async Task A_similar_name_is_told_and_stops_nothing(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var first = await house.Register(A.Supplier());
        var api = await house.Api(Role.Officer);
        var created = await api.PostAsJsonAsync(Address, new { legalName = first.LegalName.ToUpperInvariant(), countryCode = "AT" });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var warning = (await Json(created)).GetProperty("warnings")[0];
        warning.GetProperty("code").GetString().ShouldBe("supplier.similar-name");
        warning.GetProperty("supplier").GetGuid().ShouldBe(first.Id.Value);
    }

    [Theory, OnEveryDatabase]
    public async Task A_repeated_registration_with_the_same_key_makes_one_supplier(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var api = await house.Api(Role.Officer);
        api.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var body = new { legalName = A.Name(), countryCode = "DE" };
        var (first, second) = (await api.PostAsJsonAsync(Address, body), await api.PostAsJsonAsync(Address, body));
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.Headers.Location.ShouldBe(first.Headers.Location);
    }

    [Theory, OnEveryDatabase]
    public async Task An_edit_needs_the_version_it_is_made_on(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var supplier = await house.Register(A.Supplier());
        var api = await house.Api(Role.Officer);
        var address = new Uri($"{Address}/{supplier.Id}", UriKind.Relative);
        var body = new { legalName = supplier.LegalName, countryCode = "DE" };
        (await Put(api, address, body, null)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await Put(api, address, body, "\"7\"")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await Put(api, address, body, "\"1\"")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Put(api, address, body, "\"1\"")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Theory, OnEveryDatabase]
    public async Task Faults_are_problem_documents_that_name_the_member(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var api = await house.Api(Role.Officer);
        foreach (var (body, status, member) in new[]
        {
            ("{}", 400, "legalName"),
            ("{\"legalName\":\"X\"}", 400, "countryCode"),
            ("{\"legalName\":\"X\",\"countryCode\":\"UK\"}", 422, "countryCode"),
            ("{\"legalName\":\"X\",\"countryCode\":\"DE\",\"headCount\":\"many\"}", 400, "headCount"),
            ("{\"legalName\":\"X\",\"countryCode\":\"DE\",\"headCount\":-1}", 422, "headCount"),
            ("{\"legalName\":\"X\",\"countryCode\":\"DE\",\"identifiers\":[null,{\"scheme\":\"lei\",\"value\":\"1\"}]}", 422, "identifiers[1].value"),
            ("{\"legalName\":\"X\",\"countryCode\":\"DE\",\"identifiers\":[{\"value\":\"1\"}]}", 400, "identifiers[0].scheme"),
            ("{\"legalName\":\"X\",\"countryCode\":\"DE\",\"identifiers\":[{\"scheme\":99,\"value\":\"1\"}]}", 400, "identifiers[0].scheme"),
            ("{\"legalName\":\"X\",\"countryCode\":\"DE\",\"identifiers\":[{\"scheme\":\"passport\",\"value\":\"1\"}]}", 400, "identifiers[0].scheme"),
            ("{\"legalName\":\"X\",\"countryCode\":\"DE\",\"categories\":[\"gold\"]}", 422, "categories"),
            ("{\"legalName\":\"X\",\"countryCode\":\"DE\",\"contacts\":[{\"email\":\"a@b.example\\nBcc: c@d.example\"}]}", 400, "contacts[0].email"),
            ("{\"legalName\":\"X\",\"countryCode\":\"DE\",\"contacts\":[{\"name\":\"A\",\"language\":\"fr\"}]}", 400, "contacts[0].language"),
            ("{\"legalName\":\"X\",\"countryCode\":\"DE\",\"status\":\"qualified\"}", 422, "status"),
            ("{\"legalName\":\"X\",\"countryCode\":\"DE\",\"parent\":\"Nobody At All\"}", 422, "parent"),
        })
        {
            var refused = await api.PostAsync(Address, new StringContent(body, null, "application/json"));
            ((int)refused.StatusCode).ShouldBe(status, body);
            refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            (await Json(refused)).GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldContain(member, body);
        }
        var broken = await api.PostAsync(Address, new StringContent("{", null, "application/json"));
        broken.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        broken.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory, OnEveryDatabase]
    public async Task Signs_that_no_database_takes_are_left_out(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var api = await house.Api(Role.Officer);
        var name = A.Name();
        var body = $$"""{"legalName":"{{name}}\u0000","countryCode":"DE","identifiers":[{"scheme":"other","value":"a\u0000 b"}],"sites":[{"lines":"x\u0000","city":"y\u0007"}],"contacts":[{"name":"z\u0000"}],"parent":null,"categories":null}""";
        var created = await api.PostAsync(Address, new StringContent(body, null, "application/json"));
        created.StatusCode.ShouldBe(HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        var moved = await api.PostAsync($"{created.Headers.Location}/status", new StringContent("""{"status":"blocked","reason":"why\u0000"}""", null, "application/json"));
        moved.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task Roles_decide_who_writes(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var supplier = await house.Register(A.Supplier());
        var body = new { legalName = A.Name(), countryCode = "DE" };
        foreach (var role in new[] { Role.Manager, Role.Reviewer, Role.Auditor })
        {
            var api = await house.Api(role);
            (await api.GetAsync($"{Address}/{supplier.Id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await api.PostAsJsonAsync(Address, body)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
        var own = await house.Api(await house.MakeAccount(Role.Supplier, supplier.Id));
        (await own.GetAsync(Address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await house.Stranger().GetAsync(Address)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var missing = await (await house.Api(Role.Officer)).GetAsync($"{Address}/{SupplierId.New()}");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<HttpResponseMessage> Put(HttpClient api, Uri address, object body, string? version)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(body) };
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", version);
        return api.SendAsync(request);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();
}
