using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Questionnaires;

public sealed class QuestionnaireApiTests
{
    private const string Address = "/api/v1/questionnaires";

    [Theory, OnEveryDatabase]
    public async Task A_workbook_is_imported_published_and_exported_and_comes_back_the_same(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var officer = await house.Api(Role.Officer);
        var created = await Post(officer, A.QuestionnaireWorkbook($"round-{database}").Bytes());
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var draft = await Body(created);
        draft["version"]!["state"]!.GetValue<string>().ShouldBe("draft");
        draft["version"]!["questions"]!.GetValue<int>().ShouldBe(2);
        created.Headers.Location!.ToString().ShouldBe($"{Address}/{Id(draft)}");

        var published = await Body(await officer.PostAsync($"{Address}/{Id(draft)}/publish", null));
        published["version"]!["state"]!.GetValue<string>().ShouldBe("published");

        var workbook = await officer.GetByteArrayAsync($"{Address}/{Id(draft)}/workbook");
        var next = await Body(await Post(officer, workbook));
        next["version"]!["number"]!.GetValue<int>().ShouldBe(2);
        next["replaced"]!.GetValue<bool>().ShouldBeFalse();
        var (first, second) = (await Body(await officer.GetAsync($"{Address}/{Id(draft)}")), await Body(await officer.GetAsync($"{Address}/{Id(next)}")));
        second["definition"]!.ToJsonString().ShouldBe(first["definition"]!.ToJsonString());
    }

    [Theory, OnEveryDatabase]
    public async Task The_default_questionnaire_survives_every_database(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var officer = await house.Api(Role.Officer);
        var id = await house.Send(new AddShippedQuestionnaire.Command(ShippedQuestionnaires.Default));
        var workbook = await officer.GetByteArrayAsync($"{Address}/{id}/workbook");
        var again = await Body(await Post(officer, workbook));
        again["replaced"]!.GetValue<bool>().ShouldBeTrue();
        var stored = await house.InDb(db => db.QuestionnaireVersions.Where(v => v.Id == id).Select(v => v.Definition).SingleAsync());
        stored.ShouldBe(QuestionnaireJson.Write(QuestionnaireJson.ReadStored(ShippedQuestionnaires.Json(ShippedQuestionnaires.Default))));
    }

    [Theory, OnEveryDatabase]
    public async Task A_faulty_workbook_changes_nothing_and_all_faults_are_told(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var officer = await house.Api(Role.Officer);
        var good = A.QuestionnaireWorkbook($"faulty-{database}");
        var draft = await Body(await Post(officer, good.Bytes()));
        var subject = $"questionnaire/{Id(draft)}";

        var refused = await Post(officer, good.Sheet("survey", "type|name|label|relevant|pillar|weight",
            "begin_group|ENV|Environment||E|1",
            "geopoint|place|Where?|",
            "select_one missing|policy|Is there a policy?|${later} = 1||x",
            "end_group").Bytes());

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var faults = (await Body(refused))["faults"]!.AsArray();
        faults.Select(f => $"{f!["sheet"]} {f["column"]}{f["row"]} {f["heading"]}").ShouldBe(["survey A3 type", "survey A4 type", "survey D4 relevant", "survey F4 weight"]);
        faults[0]!["message"]!.GetValue<string>().ShouldStartWith("The type \"geopoint\" is not supported; write one of: text, integer,");
        faults[2]!["position"]!.GetValue<int>().ShouldBe(1);
        (await house.InDb(db => db.Journal.CountAsync(line => line.Subject == subject))).ShouldBe(1);
        var still = await Body(await officer.GetAsync($"{Address}/{Id(draft)}"));
        still["version"]!["questions"]!.GetValue<int>().ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task A_draft_is_replaced_and_a_published_version_never_changes(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var officer = await house.Api(Role.Officer);
        var form = $"Ever-{database}";
        var draft = await Body(await Post(officer, A.QuestionnaireWorkbook(form).Bytes()));
        var seen = (await officer.GetAsync($"{Address}/{Id(draft)}")).Headers.ETag!;
        // The same form id in other letters is the same questionnaire.
        var replaced = await Body(await Post(officer, A.QuestionnaireWorkbook(form.ToLowerInvariant()).Bytes()));
        (Id(replaced), replaced["replaced"]!.GetValue<bool>()).ShouldBe((Id(draft), true));

        (await Publish(officer, Id(draft), seen)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await Publish(officer, Id(draft), null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Publish(officer, Id(draft), null)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await officer.DeleteAsync($"{Address}/{Id(draft)}")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var definition = (await Body(await officer.GetAsync($"{Address}/{Id(draft)}")))["definition"]!.ToJsonString();

        var next = await Body(await Post(officer, A.QuestionnaireWorkbook(form).Sheet("survey", "type|name|label", "text|other|Other?").Bytes()));
        next["version"]!["number"]!.GetValue<int>().ShouldBe(2);
        (await officer.DeleteAsync($"{Address}/{Id(next)}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await officer.GetAsync($"{Address}/{Id(next)}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Body(await officer.GetAsync($"{Address}/{Id(draft)}")))["definition"]!.ToJsonString().ShouldBe(definition);
        var subject = $"questionnaire/{Id(draft)}";
        (await house.InDb(db => db.Journal.Where(line => line.Subject == subject).OrderBy(line => line.Sequence).Select(line => line.Event).ToListAsync()))
            .ShouldBe(["QuestionnaireImported", "QuestionnaireImported", "QuestionnairePublished"]);
    }

    [Theory, OnEveryDatabase]
    public async Task The_list_is_filtered_by_state_and_form(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var officer = await house.Api(Role.Officer);
        var form = $"listed-{database}";
        await Post(officer, A.QuestionnaireWorkbook(form).Bytes());
        var drafts = await Body(await officer.GetAsync($"{Address}?formId={form}&state=draft"));
        drafts["total"]!.GetValue<int>().ShouldBe(1);
        drafts["rows"]![0]!["languages"]!.GetValue<string>().ShouldBe("English, 中文");
        drafts["rows"]![0]!["title"]!["zh"]!.GetValue<string>().ShouldBe("简表");
        (await Body(await officer.GetAsync($"{Address}?formId={form}&state=published")))["total"]!.GetValue<int>().ShouldBe(0);
        (await officer.GetAsync($"{Address}?state=nonsense")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task Bad_files_are_refused_plainly(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var officer = await house.Api(Role.Officer);
        (await Refusal(await Post(officer, []))).ShouldContain("is empty (0 bytes)");
        (await Refusal(await Post(officer, Encoding.UTF8.GetBytes("type,name,label\ntext,q1,Question")))).ShouldContain("is a text file (such as CSV)");
        (await Refusal(await Post(officer, [.. "MZ"u8, .. new byte[200]]))).ShouldContain("is a program or script");
        (await Refusal(await Post(officer, [.. "%PDF-1.7"u8, .. new byte[200]]))).ShouldContain("is a PDF document");
        (await Refusal(await Post(officer, A.QuestionnaireWorkbook("cut").Bytes()[..^100]))).ShouldContain("is damaged or incomplete");
    }

    [Theory, OnEveryDatabase]
    public async Task A_file_of_50_MB_is_refused_before_it_is_read(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var officer = await house.Api(Role.Officer);
        foreach (var content in new HttpContent[] { new ByteArrayContent(new byte[50 * 1024 * 1024]), Form(new byte[50 * 1024 * 1024]) })
        {
            var answer = await officer.PostAsync(Address, content);
            answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
            (await Body(answer))["detail"]!.GetValue<string>().ShouldContain("10 MB");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_carries_the_workbook_and_its_name(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var officer = await house.Api(Role.Officer);
        var workbook = A.QuestionnaireWorkbook("").Bytes();
        var created = await Body(await officer.PostAsync(Address, Form(workbook, $"named-{database}.xlsx")));
        created["version"]!["formId"]!.GetValue<string>().ShouldBe($"named-{database}");
        created["notices"]![0]!["message"]!.GetValue<string>().ShouldContain("has no form_id");
        (await officer.PostAsync(Address, new MultipartFormDataContent { { new StringContent("x"), "other" } })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_who_manages_questionnaires_changes_them(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var draft = await Body(await Post(await house.Api(Role.Officer), A.QuestionnaireWorkbook($"roles-{database}").Bytes()));
        foreach (var role in new[] { Role.Reviewer, Role.Manager, Role.Auditor })
        {
            var reader = await house.Api(role);
            (await reader.GetAsync($"{Address}/{Id(draft)}")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await Post(reader, A.QuestionnaireWorkbook("x").Bytes())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await Publish(reader, Id(draft), null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await reader.DeleteAsync($"{Address}/{Id(draft)}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
        (await house.Stranger().GetAsync(Address)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnEveryDatabase]
    public async Task A_published_version_is_compiled_once_and_a_draft_each_time(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var draft = await Body(await Post(await house.Api(Role.Officer), A.QuestionnaireWorkbook($"compiled-{database}").Bytes()));
        var id = new QuestionnaireVersionId(Guid.Parse(Id(draft)));
        (await Compiled(house, id)).ShouldNotBeSameAs(await Compiled(house, id));
        await house.Send(new PublishQuestionnaire.Command(id));
        (await Compiled(house, id)).ShouldBeSameAs(await Compiled(house, id));
    }

    private static async Task<CompiledQuestionnaire> Compiled(House house, QuestionnaireVersionId id)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CompiledQuestionnaires>().Get(id, TestContext.Current.CancellationToken);
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, byte[] workbook)
    {
        var content = new ByteArrayContent(workbook);
        content.Headers.ContentType = new MediaTypeHeaderValue(WorkbookFile.MediaType);
        return client.PostAsync(Address, content);
    }

    private static MultipartFormDataContent Form(byte[] workbook, string name = "workbook.xlsx") => new() { { new ByteArrayContent(workbook), "file", name } };

    private static Task<HttpResponseMessage> Publish(HttpClient client, string id, EntityTagHeaderValue? seen)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Address}/{id}/publish");
        if (seen is not null)
            request.Headers.IfMatch.Add(seen);
        return client.SendAsync(request);
    }

    private static async Task<string> Refusal(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return (await Body(answer))["detail"]!.GetValue<string>();
    }

    private static async Task<JsonNode> Body(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonNode>())!;

    private static string Id(JsonNode body) => body["version"]!["id"]!.GetValue<string>();
}
