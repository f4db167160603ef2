using System.Net;
using System.Text.RegularExpressions;

namespace SupplierEsg.Benchmarks;

/// <summary>A person signed in through the product's own pages, and requests in that person's name.</summary>
internal sealed partial class Session
{
    private readonly Respondent person;
    private readonly string cookies;
    private readonly string token;

    private Session(Respondent person, string cookies, string token) => (this.person, this.cookies, this.token) = (person, cookies, token);

    public static async Task<Session> Open(Uri address, Respondent person)
    {
        var jar = new CookieContainer();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = jar }) { BaseAddress = address };
        var door = await browser.GetStringAsync("/sign-in");
        var entered = await browser.PostAsync("/sign-in", new FormUrlEncodedContent([new("Email", person.Email), new("Password", Respondent.Password), new("__RequestVerificationToken", Token(door))]));
        var page = await browser.GetStringAsync(person.Page);
        if (!entered.IsSuccessStatusCode || !page.Contains("q-q00", StringComparison.Ordinal))
            throw new InvalidOperationException($"Signing in led elsewhere: {page[..Math.Min(page.Length, 2000)]}");
        return new(person, $"Cookie: {jar.GetCookieHeader(address)}\r\n", Token(page));
    }

    /// <summary>Saves the page, with other answers each time.</summary>
    public Requests Saves() => new([.. Enumerable.Range(0, 2).Select(turn =>
    {
        var (type, body) = Form.Whole(turn, token);
        return Client.Request("POST", person.Page, $"{cookies}Content-Type: {type}\r\n", body);
    })]);

    /// <summary>Saves one answer after another, with another value each time.</summary>
    public Requests Autosaves(string page) => new([.. Enumerable.Range(0, 2 * Form.Questions).Select(turn => Client.Request(
        "POST", $"{person.Page}/answers", $"{cookies}RequestVerificationToken: {token}\r\nX-Requested-With: XMLHttpRequest\r\nContent-Type: application/json\r\n", Form.One(turn, page)))]);

    public Requests Reads() => new([Client.Request("GET", person.Page, cookies)]);

    private static string Token(string html) => Tokens().Match(html) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException($"No form: {html}");

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Tokens();
}
