using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Builders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.IntegrationTests.Answering;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Reviewing;

/// <summary>A submitted assessment with one document (beside <c>policy</c>) and one "not applicable" (<c>energy</c>), and two reviewers.</summary>
internal sealed class Reviewed
{
    public const string Twofold = """{ "formId": "survey", "settings": { "secondReview": true },""";

    public required Invited Invited { get; init; }

    public required string Document { get; init; }

    public required AppUser First { get; init; }

    public required AppUser Second { get; init; }

    public House House => Invited.House;

    public string Address => $"/assessments/{Invited.Assessment}";

    public string Api(string path = "") => Invited.Api("review" + path);

    public static async Task<Reviewed> In(House house, string? definition = null)
    {
        var invited = await Invited.To(house, definition ?? A.SurveyDefinition);
        return await Submit(invited, await house.MakeAccount(Role.Reviewer, null), await house.MakeAccount(Role.Reviewer, null));
    }

    public static async Task<Reviewed> Submit(Invited invited, AppUser first, AppUser second)
    {
        await invited.Complete();
        var api = await invited.Api();
        var attached = await (await api.PostAsync(invited.Api("evidence?question=policy"), Invited.File(Invited.Pdf(), "policy.pdf"))).Content.ReadFromJsonAsync<JsonElement>();
        (await api.PutAsJsonAsync(invited.Api("answers"), new { energy = new { value = (object?)null, notApplicable = true, naReason = "We use none." } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await invited.Submit(api)).StatusCode.ShouldBe(HttpStatusCode.Created);
        return new() { Invited = invited, Document = attached.GetProperty("id").GetString()!, First = first, Second = second };
    }

    public async Task<JsonElement> Read(HttpClient api) => await (await api.GetAsync(Api())).Content.ReadFromJsonAsync<JsonElement>();

    public Task<HttpResponseMessage> Decide(HttpClient api, object? document = null, object? question = null) =>
        api.PostAsJsonAsync(Api("/decisions"), new { documents = document is null ? [] : new[] { document }, questions = question is null ? [] : new[] { question } });

    public object Accepting(DateTime? seen = null) => new { question = "policy", documentId = Document, verdict = "accepted", seen };

    public static object Excusing => new { name = "energy", na = "accepted" };

    public async Task DecideAll(HttpClient api)
    {
        var answer = await Decide(api, Accepting(), Excusing);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    public Task<HttpResponseMessage> SendBack(HttpClient api, DateOnly answerBy) => Matched(api, "/send-back", new { answerBy });

    public Task<HttpResponseMessage> Sign(HttpClient api) => Matched(api, "/sign", new { });

    public async Task SignWell(HttpClient api)
    {
        var answer = await Sign(api);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    public DateOnly Today => DateOnly.FromDateTime(House.Time.GetUtcNow().UtcDateTime);

    public Task<AnswerEvidence> Link() => House.InDb(db => db.AnswerEvidence.AsNoTracking().SingleAsync(e => e.AssessmentId == Invited.Assessment));

    public Task<List<string>> Events() =>
        House.InDb(db => db.Journal.Where(line => line.Subject == $"assessment/{Invited.Assessment}").OrderBy(line => line.Sequence).Select(line => line.Event).ToListAsync());

    private async Task<HttpResponseMessage> Matched(HttpClient api, string path, object body)
    {
        var read = await api.GetAsync(Api());
        using var request = new HttpRequestMessage(HttpMethod.Post, Api(path)) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", read.Headers.ETag!.ToString());
        return await api.SendAsync(request);
    }
}
