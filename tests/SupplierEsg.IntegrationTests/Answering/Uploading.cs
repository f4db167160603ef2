using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Answering;

/// <summary>Files on their way in, over the API and over the library's page.</summary>
internal static class Uploading
{
    /// <summary>Puts a file beside an answer; its document's id.</summary>
    public static async Task<string> Attach(this Invited invited, HttpClient api, byte[] content, string name = "policy.pdf", string question = "policy")
    {
        var sent = await api.PostAsync(invited.Api($"evidence?question={question}"), Invited.File(content, name));
        sent.StatusCode.ShouldBe(HttpStatusCode.Created, await sent.Content.ReadAsStringAsync());
        return (await sent.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>Puts a file into the library; its document's id.</summary>
    public static async Task<string> Add(HttpClient api, byte[] content, string name = "policy.pdf")
    {
        var sent = await api.PostAsync("/api/v1/documents", Invited.File(content, name));
        sent.StatusCode.ShouldBe(HttpStatusCode.Created, await sent.Content.ReadAsStringAsync());
        return (await sent.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    public static async Task Describe(HttpClient api, string document, object description)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/documents/{document}") { Content = JsonContent.Create(description) };
        request.Headers.Add("If-Match", "*");
        var answer = await api.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    public static async Task<JsonElement> Read(HttpClient api, string address) => await api.GetFromJsonAsync<JsonElement>(address);

    /// <summary>Sends files with the form of the library's page.</summary>
    public static async Task<WebPage> ToLibrary(HttpClient browser, params (string Name, byte[] Content, string Type)[] files)
    {
        var page = await WebPage.Get(browser, "/portal/documents");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(page.Document.QuerySelector("main form[method=post] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
        };
        foreach (var (name, bytes, type) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.TryAddWithoutValidation("Content-Type", type);
            content.Add(part, "files", name);
        }
        return await WebPage.Read(browser, await browser.PostAsync("/portal/documents", content));
    }
}
