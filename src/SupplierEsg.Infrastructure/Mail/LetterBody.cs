using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SupplierEsg.Infrastructure.Mail;

/// <summary>What a letter says, once for readers of plain text and once for readers of HTML.</summary>
public sealed class LetterBody
{
    // Chinese as it is: the mail is UTF-8 anyway.
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly List<Part> parts = [];

    private enum Kind
    {
        Paragraph,
        Link,
        SecretLink,
    }

    public LetterBody Say(string paragraph) => Add(new(Kind.Paragraph, paragraph, ""));

    public LetterBody Link(string label, string address) => Add(new(Kind.Link, label, address));

    /// <summary>A link that lets in whoever holds it: it goes into the mail and is shown and stored nowhere else.</summary>
    public LetterBody SecretLink(string label, string address) => Add(new(Kind.SecretLink, label, address));

    public string AsText() => Text(withSecrets: true);

    /// <summary>As the list of outgoing mail shows it.</summary>
    public string WithoutSecrets() => Text(withSecrets: false);

    public string AsHtml(string language)
    {
        var html = new StringBuilder($"<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"></head>")
            .Append("<body style=\"font-family:system-ui,'Segoe UI','Noto Sans','Noto Sans SC','Microsoft YaHei',sans-serif;font-size:16px;line-height:1.5;max-width:36em\">");
        foreach (var part in parts)
            html.Append(part.Kind == Kind.Paragraph
                ? $"<p>{Html.Encode(part.Words)}</p>"
                : $"<p><a href=\"{Html.Encode(part.Address)}\">{Html.Encode(part.Words)}</a><br><small>{Html.Encode(part.Address)}</small></p>");
        return html.Append("</body></html>").ToString();
    }

    private string Text(bool withSecrets) => string.Join("\n\n", parts.Select(part => part.Kind switch
    {
        Kind.Paragraph => part.Words,
        Kind.SecretLink when !withSecrets => $"{part.Words}\n…",
        _ => $"{part.Words}\n{part.Address}",
    })) + "\n";

    private LetterBody Add(Part part)
    {
        parts.Add(part);
        return this;
    }

    private sealed record Part(Kind Kind, string Words, string Address);
}
