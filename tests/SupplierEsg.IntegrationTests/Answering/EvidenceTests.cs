using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Answering;

public sealed class EvidenceTests
{
    [Theory, OnEveryDatabase]
    public async Task A_file_goes_with_the_form_and_comes_back_to_be_saved_and_never_shown(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var response = await PostForm(invited, "GOV", new() { ["a-policy"] = "no" }, ("f-policy", "C:\\papers\\our policy.pdf", Invited.Pdf()));
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var link = (await invited.Page("/GOV")).Document.QuerySelector("#q-policy .files a")!;
        link.TextContent.ShouldBe("our policy.pdf");
        var download = await invited.Browser.GetAsync(link.GetAttribute("href"));
        (await download.Content.ReadAsByteArrayAsync()).ShouldBe(Invited.Pdf());
        download.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        download.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        download.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        string.Join(' ', download.Headers.GetValues("Content-Security-Policy")).ShouldContain("sandbox");

        var id = link.GetAttribute("href")!.Split('/')[^1];
        (await invited.House.Stranger().GetAsync($"/portal/evidence/{id}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task A_refused_file_costs_nothing_else(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var program = Encoding.ASCII.GetBytes("MZ\u0090\0\u0003\0\0\0 This program cannot be run in DOS mode");
        var page = await WebPage.Read(invited.Browser, await PostForm(invited, "GOV", new() { ["a-policy"] = "no", ["a-remarks"] = "kept" },
            ("f-policy", "report.pdf", program), ("f-policy", "empty.pdf", []), ("f-policy", "good.pdf", Invited.Pdf())));
        page.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("report.pdf is a program, whatever its name says");
        page.Text.ShouldContain("empty.pdf is empty");
        page.Document.QuerySelectorAll("#q-policy .files a").Select(a => a.TextContent).ShouldBe(["good.pdf"]);
        (await invited.Stored()).Keys.Order().ShouldBe(["policy", "remarks"]);
        var api = await (await invited.Api()).PostAsync(invited.Api("evidence?question=policy"), Invited.File(program, "report.pdf"));
        api.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await api.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("evidence.program");
    }

    [Theory, OnEveryDatabase]
    public async Task Fifty_megabytes_are_refused_plainly_and_the_answers_beside_them_are_saved(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var large = new byte[50 * 1024 * 1024];
        Invited.Pdf().CopyTo(large, 0);
        var page = await WebPage.Read(invited.Browser, await PostForm(invited, "GOV", new() { ["a-remarks"] = "kept" }, ("f-policy", "scan.pdf", large)));
        page.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("scan.pdf has 50 MB; a file may have at most 25 MB");
        (await invited.Stored()).Keys.ShouldBe(["remarks"]);
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_content_twice_beside_one_question_is_one_document(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var api = await invited.Api();
        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => api.PostAsync(invited.Api("evidence?question=policy"), Invited.File(Invited.Pdf(), $"policy{i}.pdf"))));
        var ids = new HashSet<string>();
        foreach (var answer in sent)
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.Created);
            ids.Add((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
        }
        ids.Count.ShouldBe(1);
        Directory.GetFiles(Path.Combine(invited.House.Database.Folder, "evidence"), Guid.Parse(ids.Single()).ToString("N"), SearchOption.AllDirectories).Length.ShouldBe(1);
        (await invited.House.InDb(db => db.EvidenceDocuments.CountAsync(d => d.SupplierId == invited.Supplier))).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_picture_answers_the_question_that_asks_for_one_until_it_is_taken_away(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var api = await invited.Api();
        (await api.PostAsync(invited.Api("evidence?question=photo"), Invited.File(Invited.Pdf(), "site.pdf"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var sent = await api.PostAsync(invited.Api("evidence?question=photo"), Invited.File(Invited.Png(), "site.jpg"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await invited.Stored())["photo"].Value.ShouldBe("site.jpg.png");
        var page = await invited.Page("/ENV");
        var removed = await page.Submit(button: "#q-photo button[name=remove]");
        removed.Headers.Location!.ToString().ShouldBe($"{invited.Address}/ENV#q-photo");
        (await invited.Stored())["photo"].Value.ShouldBeNull();
        (await invited.House.InDb(db => db.AnswerEvidence.CountAsync(e => e.SupplierId == invited.Supplier))).ShouldBe(0);
        (await invited.House.InDb(db => db.EvidenceDocuments.SingleAsync(d => d.SupplierId == invited.Supplier))).FileName.ShouldBe("site.jpg.png", "It stays in the library.");
    }

    [Theory, OnEveryDatabase]
    public async Task Nothing_is_attached_or_removed_after_the_freeze_or_where_no_file_is_asked_for(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        await invited.Complete();
        var api = await invited.Api();
        var id = (await (await api.PostAsync(invited.Api("evidence?question=policy"), Invited.File(Invited.Pdf(), "policy.pdf"))).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id");
        (await api.PostAsync(invited.Api("evidence?question=remarks"), Invited.File(Invited.Pdf(), "policy.pdf"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await invited.Submit(api);
        (await api.PostAsync(invited.Api("evidence?question=policy"), Invited.File(Invited.Pdf("another"), "policy.pdf"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await api.DeleteAsync(invited.Api($"evidence/{id}?question=policy"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await invited.Browser.GetAsync($"/portal/evidence/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task What_the_script_uploads_comes_back_as_the_questions_list(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var form = await invited.Page("/GOV");
        using var content = Invited.File(Invited.Pdf(), "policy.pdf", "f-policy");
        content.Add(new ByteArrayContent([1, 2, 3, 0]), "f-policy", "odd.bin");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{invited.Address}/GOV?handler=Files&question=policy") { Content = content };
        request.Headers.Add("RequestVerificationToken", form.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        var response = await invited.Browser.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldContain("policy.pdf");
        Uri.UnescapeDataString(response.Headers.GetValues("X-Refused").Single()).ShouldStartWith("odd.bin is of a kind that is not taken here");
    }

    internal static async Task<HttpResponseMessage> PostForm(Invited invited, string theme, Dictionary<string, string> fields, params (string Part, string Name, byte[] Content)[] files)
    {
        var page = await invited.Page("/" + theme);
        using var content = new MultipartFormDataContent();
        foreach (var hidden in page.Document.QuerySelectorAll("main form input[type=hidden]"))
            content.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        foreach (var (part, name, bytes) in files)
            content.Add(new ByteArrayContent(bytes), part, name);
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        return await invited.Browser.PostAsync($"{invited.Address}/{theme}", content);
    }
}
