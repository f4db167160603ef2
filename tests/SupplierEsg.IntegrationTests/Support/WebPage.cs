using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SupplierEsg.IntegrationTests.Support;

/// <summary>A page as a browser without JavaScript has it: to read, and to send its forms with what stands in them.</summary>
public sealed class WebPage
{
    private readonly HttpClient browser;

    private WebPage(HttpClient browser, HttpResponseMessage response, IDocument document)
    {
        this.browser = browser;
        Response = response;
        Document = document;
    }

    public HttpResponseMessage Response { get; }

    public IDocument Document { get; }

    public string Text => System.Text.RegularExpressions.Regex.Replace(Document.QuerySelector("main")?.TextContent ?? "", @"\s+", " ").Trim();

    public static async Task<WebPage> Get(HttpClient browser, string address) => await Read(browser, await browser.GetAsync(address));

    public static async Task<WebPage> Read(HttpClient browser, HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(page => page.Content(html).Address(response.RequestMessage!.RequestUri!.ToString()));
        return new WebPage(browser, response, document);
    }

    /// <summary>Sends the form of the main content (or the one the selector names) with these fields changed; null takes a field out.</summary>
    public async Task<HttpResponseMessage> Submit(Dictionary<string, string?>? changed = null, string form = "main form[method=post]", string? button = null)
    {
        var element = (IHtmlFormElement)(Document.QuerySelector(form) ?? throw new InvalidOperationException($"No {form} on {Document.Url}: {Text}"));
        var fields = Fields(element).Where(field => changed is null || !changed.ContainsKey(field.Key)).ToList();
        fields.AddRange((changed ?? []).Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Key, field.Value!)));
        if (button is not null && element.QuerySelector(button) is IHtmlButtonElement { Name: { } name } pressed)
            fields.Add(new(name, pressed.Value));
        var target = element.QuerySelector(button ?? "none")?.GetAttribute("formaction") ?? element.GetAttribute("action") ?? new Uri(Document.Url).PathAndQuery;
        using HttpContent content = element.Enctype == "multipart/form-data" ? Multipart(fields) : new FormUrlEncodedContent(fields);
        return await browser.PostAsync(target, content);
    }

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        return content;
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            if (element is IHtmlInputElement { Name.Length: > 0, IsDisabled: false } input && input.Type is not ("file" or "submit") && (input.Type is not ("checkbox" or "radio") || input.IsChecked))
                yield return new(input.Name!, input.Value);
            if (element is IHtmlTextAreaElement { Name.Length: > 0 } box)
                yield return new(box.Name!, box.Value);
            if (element is IHtmlSelectElement { Name.Length: > 0 } list)
                foreach (var option in list.SelectedOptions)
                    yield return new(list.Name!, option.Value);
        }
    }
}
