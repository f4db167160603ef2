using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Answering;

/// <summary>A supplier of its own, invited to a questionnaire, and one of its people.</summary>
internal sealed class Invited
{
    public required House House { get; init; }

    public required SupplierId Supplier { get; init; }

    public required AssessmentId Assessment { get; init; }

    public required AppUser Person { get; init; }

    public required HttpClient Browser { get; init; }

    public string Address => $"/portal/assessments/{Assessment}";

    public static async Task<Invited> To(House house, string definition = A.SurveyDefinition)
    {
        var now = house.Time.GetUtcNow().UtcDateTime;
        var supplier = A.Supplier().Build();
        var questionnaire = A.PublishedQuestionnaire(now, definition);
        var assessment = A.Invitation(supplier.Id, questionnaire, now);
        await house.InDb(async db =>
        {
            db.AddRange(supplier, questionnaire, assessment);
            return await db.SaveChangesAsync();
        });
        var person = await house.MakeAccount(Role.Supplier, supplier.Id);
        return new() { House = house, Supplier = supplier.Id, Assessment = assessment.Id, Person = person, Browser = await house.SignedIn(person) };
    }

    /// <summary>Somebody else of the same supplier, at the same assessment.</summary>
    public async Task<Invited> Colleague()
    {
        var person = await House.MakeAccount(Role.Supplier, Supplier);
        return new() { House = House, Supplier = Supplier, Assessment = Assessment, Person = person, Browser = await House.SignedIn(person) };
    }

    public Task<HttpClient> Api() => House.Api(Person);

    public string Api(string path) => $"/api/v1/assessments/{Assessment}/{path}";

    public Task<WebPage> Page(string path = "") => WebPage.Get(Browser, Address + path);

    public async Task<WebPage> Save(string theme, Dictionary<string, string?> fields)
    {
        var page = await Page("/" + theme);
        return await WebPage.Read(Browser, await page.Submit(fields));
    }

    /// <summary>Fills in all that is required.</summary>
    public async Task Complete()
    {
        var api = await Api();
        var answer = await api.PutAsJsonAsync(Api("answers"), new Dictionary<string, object>
        {
            ["policy"] = new { value = "yes" }, ["since"] = new { value = "2024-05-01" }, ["energy"] = new { value = 250 }, ["agreed"] = new { value = true },
        });
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    public Task<HttpResponseMessage> Submit(HttpClient api) => api.PostAsJsonAsync(Api("submit"), new { declared = true, declaredBy = "Lin Wei" });

    public Task<Dictionary<string, Answer>> Stored() =>
        House.InDb(db => db.Answers.AsNoTracking().Where(a => a.AssessmentId == Assessment).ToDictionaryAsync(a => a.Question));

    public Task<Assessment> Read() => House.InDb(db => db.Assessments.AsNoTracking().SingleAsync(a => a.Id == Assessment));

    /// <summary>As the script on the page sends it.</summary>
    public async Task<(HttpResponseMessage Response, JsonElement Reply)> Autosave(string theme, object answers, string page = "p1", long sequence = 1)
    {
        var form = await Page("/" + theme);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Address}/{theme}/answers") { Content = JsonContent.Create(new { page, sequence, answers }) };
        request.Headers.Add("RequestVerificationToken", form.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        var response = await Browser.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response, text.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }

    public static MultipartFormDataContent File(byte[] content, string name, string part = "file", string type = "application/octet-stream")
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        return new() { { file, part, name } };
    }

    public static byte[] Pdf(string text = "a policy") => Encoding.ASCII.GetBytes($"%PDF-1.7\n%{text}\n\0\u0001\n%%EOF");

    public static byte[] Png() => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
}
