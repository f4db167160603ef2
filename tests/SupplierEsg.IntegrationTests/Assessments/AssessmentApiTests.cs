using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Builders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Assessments;

public sealed class AssessmentApiTests
{
    private const string Address = "/api/v1/assessments";

    [Theory, OnEveryDatabase]
    public async Task An_invitation_is_made_once_under_one_idempotency_key_and_read_and_followed(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (supplier, version) = (await house.Register(), await house.Publish());
        var api = await house.Api(Role.Officer);
        api.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var body = new { questionnaire = version.Id.Value, suppliers = new[] { supplier.Id.Value }, dueOn = "2026-08-01" };
        var made = await api.PostAsJsonAsync(Address, body);
        made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        var again = await api.PostAsJsonAsync(Address, body);
        (await again.Content.ReadAsStringAsync()).ShouldBe(await made.Content.ReadAsStringAsync());
        (await house.InDb(db => db.Assessments.CountAsync(a => a.SupplierId == supplier.Id))).ShouldBe(1);

        var one = await Json(await api.GetAsync(made.Headers.Location));
        one.GetProperty("state").GetString().ShouldBe("invited");
        one.GetProperty("dueOn").GetString().ShouldBe("2026-08-01");
        one.GetProperty("required").GetInt32().ShouldBe(3);
        one.ToString().ShouldNotContain("nvitationKey");
        var list = await Json(await api.GetAsync($"{Address}?supplier={supplier.Id}&state=open&due=month&sort=-due"));
        list.GetProperty("total").GetInt32().ShouldBe(0);
        list = await Json(await api.GetAsync($"{Address}?supplier={supplier.Id}&state=open"));
        list.GetProperty("rows")[0].GetProperty("supplier").GetString().ShouldBe(supplier.LegalName);

        var id = one.GetProperty("id").GetGuid();
        (await api.PostAsJsonAsync($"{Address}/{id}/renew", new { email = "else@supplier.example" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await api.PostAsJsonAsync($"{Address}/{id}/due-date", new { dueOn = "2026-09-01" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await api.PostAsJsonAsync($"{Address}/{id}/withdraw", new { reason = "A slip" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var over = await Problem(await api.PostAsJsonAsync($"{Address}/{id}/withdraw", new { reason = "Again" }), HttpStatusCode.UnprocessableEntity);
        over.GetProperty("code").GetString().ShouldBe("assessment.withdrawn");
    }

    [Theory, OnEveryDatabase]
    public async Task A_refusal_names_every_member_at_fault(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (supplier, version) = (await house.Register(), await house.Publish());
        var suspended = await house.Register(A.Supplier().InStatus(SupplierStatus.Suspended));
        var api = await house.Api(Role.Officer);

        var past = await Problem(await api.PostAsJsonAsync(Address, new { questionnaire = version.Id.Value, suppliers = new[] { supplier.Id.Value }, dueOn = "2026-06-30" }), HttpStatusCode.UnprocessableEntity);
        Errors(past).ShouldBe(["dueOn"]);
        var empty = await Problem(await api.PostAsJsonAsync(Address, new { }), HttpStatusCode.BadRequest);
        Errors(empty).Order().ShouldBe(["dueOn", "suppliers"]);
        var unfit = await Problem(await api.PostAsJsonAsync(Address, new { questionnaire = version.Id.Value, suppliers = new[] { supplier.Id.Value, suspended.Id.Value, Guid.NewGuid() }, dueOn = "2026-08-01" }), HttpStatusCode.UnprocessableEntity);
        Errors(unfit).ShouldBe(["suppliers[1]", "suppliers[2]"]);
        unfit.GetProperty("errors").ToString().ShouldContain(suspended.LegalName);
        var unknown = await Problem(await api.PostAsJsonAsync(Address, new { questionnaire = Guid.NewGuid(), suppliers = new[] { supplier.Id.Value }, dueOn = "2026-08-01" }), HttpStatusCode.UnprocessableEntity);
        Errors(unknown).ShouldBe(["questionnaire"]);
        var typed = await Problem(await api.PostAsJsonAsync(Address, new { questionnaire = version.Id.Value, suppliers = new[] { supplier.Id.Value }, dueOn = "soon" }), HttpStatusCode.BadRequest);
        Errors(typed).ShouldBe(["dueOn"]);
        Errors(await Problem(await api.GetAsync($"{Address}?state=lost"), HttpStatusCode.UnprocessableEntity)).ShouldBe(["state"]);
        (await api.GetAsync($"{Address}/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await house.InDb(db => db.Assessments.AnyAsync(a => a.SupplierId == supplier.Id))).ShouldBeFalse();

        var left = await Json(await api.PostAsJsonAsync(Address, new { questionnaire = version.Id.Value, suppliers = new[] { supplier.Id.Value, suspended.Id.Value }, dueOn = "2026-08-01", leaveOut = true }));
        left.GetProperty("invited").GetArrayLength().ShouldBe(1);
        left.GetProperty("leftOut")[0].GetProperty("code").GetString().ShouldBe("assessment.supplier-suspended");
    }

    [Theory, OnEveryDatabase]
    public async Task Only_those_who_may_invite_do(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (_, id, _) = await house.Invite();
        (await (await house.Api(Role.Auditor)).PostAsJsonAsync($"{Address}/{id}/withdraw", new { reason = "No" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await house.Api(Role.Auditor)).GetAsync($"{Address}/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await house.Stranger().GetAsync($"{Address}/{id}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnEveryDatabase]
    public async Task The_database_itself_keeps_a_supplier_from_two_open_assessments_of_one_questionnaire(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (supplier, version) = (await house.Register(), await house.Publish());
        Task<int> Behind() => house.InDb(async db =>
        {
            db.Add(A.Invitation(supplier.Id, version, house.Time.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync();
        });
        await Behind();
        (await Should.ThrowAsync<Domain.RuleBroken>(Behind)).Code.ShouldBe("common.saved-twice");
    }

    private static string[] Errors(JsonElement problem) => [.. problem.GetProperty("errors").EnumerateObject().Select(error => error.Name)];

    private static async Task<JsonElement> Problem(HttpResponseMessage answer, HttpStatusCode status)
    {
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
