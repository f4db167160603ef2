using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Answering;

/// <summary>Forms byte for byte as browsers send them; the test client's own look different, and are read by the framework.</summary>
public sealed class PlainFormTests
{
    private const string Boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW1";

    [Theory, OnEveryDatabase]
    public async Task A_page_of_answers_is_read_as_it_was_typed(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var page = await Send(invited, "GOV",
            Field("a-policy", "yes"), Field("a-topics", "gifts"), Field("a-topics", "bribery"), File("f-policy"),
            Field("a-since", "2024-05-01"), Field("a-remarks", "首行\r\n\"quoted\" --" + Boundary[2..] + " & more\r\n"), Field("stay", "1"));
        page.StatusCode.ShouldBe(HttpStatusCode.Redirect, await page.Content.ReadAsStringAsync());

        var stored = await invited.Stored();
        stored["policy"].Value.ShouldBe("yes");
        stored["topics"].Value.ShouldBe("bribery gifts");
        stored["since"].Value.ShouldBe("2024-05-01");
        stored["remarks"].Value.ShouldBe("首行\n\"quoted\" --" + Boundary[2..] + " & more");
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_with_a_file_is_read_too(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var page = await Send(invited, "GOV",
            Field("a-policy", "yes"), File("f-policy", "政策.pdf", Invited.Pdf()), Field("a-since", "2024-05-01"), Field("stay", "1"));
        page.StatusCode.ShouldBe(HttpStatusCode.Redirect, await page.Content.ReadAsStringAsync());
        (await invited.Stored())["policy"].Value.ShouldBe("yes");
        (await invited.Page("/GOV")).Text.ShouldContain("政策.pdf");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing of a form")]
    [InlineData("--" + Boundary)]
    [InlineData("--" + Boundary + "\r\nContent-Disposition: form-data; name=\"a-policy\"\r\n\r\nyes")]
    [InlineData("--" + Boundary + "\r\nContent-Disposition: form-data; name=\"a-policy\r\n\r\nyes\r\n--" + Boundary + "--\r\n")]
    public async Task What_is_cut_off_or_damaged_changes_nothing(string body)
    {
        var invited = await Invited.To(await Houses.On(DatabaseProvider.Sqlite));
        var answer = await Post(invited, "GOV", Encoding.UTF8.GetBytes(body));
        ((int)answer.StatusCode).ShouldBeInRange(400, 499);
        (await invited.Stored()).ShouldBeEmpty();
    }

    private static async Task<HttpResponseMessage> Send(Invited invited, string theme, params byte[][] parts)
    {
        var form = await invited.Page("/" + theme);
        var token = form.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await Post(invited, theme, [.. parts.SelectMany(part => part), .. Field("__RequestVerificationToken", token), .. Encoding.ASCII.GetBytes($"--{Boundary}--\r\n")]);
    }

    private static async Task<HttpResponseMessage> Post(Invited invited, string theme, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={Boundary}");
        return await invited.Browser.PostAsync($"{invited.Address}/{theme}", content);
    }

    private static byte[] Field(string name, string value) => Part($"name=\"{name}\"", "", Encoding.UTF8.GetBytes(value));

    private static byte[] File(string name, string fileName = "", byte[]? content = null) =>
        Part($"name=\"{name}\"; filename=\"{fileName}\"", "Content-Type: application/octet-stream\r\n", content ?? []);

    private static byte[] Part(string what, string more, byte[] value) =>
        [.. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; {what}\r\n{more}\r\n"), .. value, .. "\r\n"u8];
}
