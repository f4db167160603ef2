using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Builders;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Answering;

/// <summary>Every wrong kind of file, at every place that takes files.</summary>
public sealed class WrongFileTests
{
    // Each under a name of its own, so that the page can be held to naming every one.
    private static readonly IReadOnlyList<(string Name, WrongFile File)> Wrong = [.. A.WrongFiles.Select((file, i) => ($"w{i:00}-{file.Name}", file))];

    [Theory, OnEveryDatabase]
    public async Task All_of_them_in_one_form_cost_the_good_file_and_the_answers_nothing(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var files = Wrong.Select(wrong => ("f-policy", wrong.Name, wrong.File.Content)).Append(("f-policy", "good.pdf", Invited.Pdf())).ToArray();
        var page = await WebPage.Read(invited.Browser, await EvidenceTests.PostForm(invited, "GOV", new() { ["a-policy"] = "no", ["a-remarks"] = "kept" }, files));
        page.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var told = page.Document.QuerySelectorAll(".error-summary li").Select(line => line.TextContent).ToList();
        told.Count.ShouldBe(Wrong.Count);
        Wrong.Where(wrong => !told.Any(line => line.Contains(wrong.Name))).Select(wrong => wrong.File.What).ShouldBeEmpty();
        page.Document.QuerySelectorAll("#q-policy .files > li > a").Select(a => a.TextContent).ShouldBe(["good.pdf"]);
        (await invited.Stored()).Keys.Order().ShouldBe(["policy", "remarks"]);
        await NothingStayedBehind(invited);
    }

    [Theory, OnEveryDatabase]
    public async Task Programs_are_told_the_reason_of_each(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var api = await invited.Api();
        foreach (var (name, file) in Wrong)
            foreach (var address in new[] { invited.Api("evidence?question=policy"), "/api/v1/documents" })
            {
                var answer = await api.PostAsync(address, Invited.File(file.Content, name, type: "application/pdf"));
                answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, $"{file.What} at {address}");
                (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(file.Refusal, file.What);
            }
        (await invited.House.InDb(db => db.EvidenceDocuments.CountAsync(d => d.SupplierId == invited.Supplier))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task The_library_takes_the_good_one_and_names_the_others(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var page = await Uploading.ToLibrary(invited.Browser, [.. Wrong.Select(wrong => (wrong.Name, wrong.File.Content, "application/pdf")), ("good.pdf", Invited.Pdf(), "text/html")]);
        page.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var told = page.Document.QuerySelectorAll(".error-summary li").Select(line => line.TextContent).ToList();
        Wrong.Where(wrong => !told.Any(line => line.Contains(wrong.Name))).Select(wrong => wrong.File.What).ShouldBeEmpty();
        page.Text.ShouldContain("The other files are in your library: 1.");
        page.Document.QuerySelectorAll("table tbody th a").Select(a => a.TextContent).ShouldBe(["good.pdf"]);
        var download = await invited.Browser.GetAsync(page.Document.QuerySelector("table td.actions a")!.GetAttribute("href"));
        download.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf", "The content says what it is, and not the sender.");
    }

    [Theory, OnEveryDatabase]
    public async Task The_script_is_told_of_each_it_sends(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var token = (await invited.Page("/GOV")).Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value");
        foreach (var (name, file) in Wrong.Where((_, i) => i % 4 == 0))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{invited.Address}/GOV?handler=Files&question=policy") { Content = Invited.File(file.Content, name, "f-policy") };
            request.Headers.Add("RequestVerificationToken", token);
            var answer = await invited.Browser.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            Uri.UnescapeDataString(answer.Headers.GetValues("X-Refused").Single()).ShouldContain(name);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Names_that_lie_are_cleaned_and_come_back_in_the_header_as_they_are_kept(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var api = await invited.Api();
        foreach (var (sent, kept) in new[] { ("..\\..\\政策\u202Egpj.exe", "政策gpj.exe.pdf"), ("CON.pdf", "_CON.pdf"), ($"{new string('n', 300)}.pdf", $"{new string('n', 116)}.pdf"), ("a;b=\u00E9.pdf", "a;b=\u00E9.pdf") })
        {
            // Content differs, since the same twice would be one document.
            var id = await Uploading.Add(api, Invited.Pdf(kept), sent);
            var download = await invited.Browser.GetAsync($"/portal/evidence/{id}");
            download.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe(kept);
            download.Content.Headers.ContentDisposition.DispositionType.ShouldBe("attachment");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_of_too_many_fields_is_refused_and_nothing_breaks(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var page = await invited.Page("/GOV");
        using var form = new StringContent(string.Join("", Enumerable.Range(0, 10_100).Select(i => $"--x\r\nContent-Disposition: form-data; name=\"a-{i}\"\r\n\r\nv\r\n")) + "--x--\r\n", Encoding.ASCII);
        form.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        page.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        ((int)(await invited.Browser.PostAsync($"{invited.Address}/GOV", form)).StatusCode).ShouldBeInRange(400, 499);
        using var broken = new StringContent("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF", Encoding.ASCII);
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        ((int)(await (await invited.Api()).PostAsync("/api/v1/documents", broken)).StatusCode).ShouldBeInRange(400, 499);
    }

    private static async Task NothingStayedBehind(Invited invited)
    {
        var documents = await invited.House.InDb(db => db.EvidenceDocuments.Where(d => d.SupplierId == invited.Supplier).Select(d => d.FileName).ToListAsync());
        documents.ShouldBe(["good.pdf"]);
        Directory.GetFiles(Path.Combine(invited.House.Database.Folder, "evidence"), "*.part", SearchOption.AllDirectories).ShouldBeEmpty();
    }
}
