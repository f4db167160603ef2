using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SupplierEsg.Web.Support;

/// <summary>
/// A field in the house's form: visible label, hint, error, input, in this order and tied together for screen readers.
/// <c>&lt;field for="Command.LegalName" label="@T["Legal name"]" hint="…" /&gt;</c>; with <c>items</c> it is a list to
/// choose from, with <c>rows</c> a box for long text, with <c>type="checkbox"</c> a box to tick.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IHtmlGenerator html, Words words) : TagHelper
{
    private static readonly string[] Passed = ["autocomplete", "inputmode", "min", "max", "step", "accept", "multiple", "maxlength", "placeholder", "list", "size", "lang", "spellcheck"];

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    public bool Optional { get; set; }

    public int Rows { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary><c>w4</c>, <c>w10</c> or <c>w20</c>; as wide as the form without.</summary>
    public string? Width { get; set; }

    /// <summary>The unit that stands behind a number.</summary>
    public string? Unit { get; set; }

    /// <summary>Where several forms of a page have the same field: what sets those apart that weren't sent; empty in the one that was.</summary>
    public string Apart { get; set; } = "";

    /// <summary>What stands in it, if not what the model says.</summary>
    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(Apart.Length == 0 ? name : $"{name}-{Apart}", "_");
        var state = Apart.Length == 0 ? ViewContext.ViewData.ModelState[name] : null;
        var error = state?.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-hint", error is null ? null : $"{id}-error" }.OfType<string>());

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field invalid");
        var input = Input(name, id, state?.AttemptedValue);
        if (Unit is not null)
            input.AddCssClass("input");
        if (Width is not null)
            input.AddCssClass(Width);
        if (described.Length > 0)
            input.Attributes["aria-describedby"] = described;
        if (error is not null)
            input.Attributes["aria-invalid"] = "true";
        foreach (var attribute in output.Attributes.Where(a => Passed.Contains(a.Name) || a.Name.StartsWith("data-", StringComparison.Ordinal)).ToList())
        {
            input.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
            output.Attributes.Remove(attribute);
        }

        var content = output.Content;
        if (Type == "checkbox")
        {
            content.AppendHtml(Described(id, error));
            content.AppendHtml("<div class=\"choice\">").AppendHtml(input).AppendHtml(LabelFor(id)).AppendHtml("</div>");
            return;
        }
        content.AppendHtml(LabelFor(id)).AppendHtml(Described(id, error));
        if (Unit is null)
            content.AppendHtml(input);
        else
            content.AppendHtml("<div class=\"with-unit\">").AppendHtml(input).AppendHtml("<span class=\"unit\">").Append(Unit).AppendHtml("</span></div>");
    }

    private TagBuilder LabelFor(string id)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        if (Optional)
            label.InnerHtml.AppendHtml($" <span class=\"optional\">({HtmlEncoder.Default.Encode(words["optional"])})</span>");
        return label;
    }

    private HtmlContentBuilder Described(string id, string? error)
    {
        var content = new HtmlContentBuilder();
        if (Hint is not null)
            content.AppendHtml($"<p class=\"hint\" id=\"{id}-hint\">").Append(Hint).AppendHtml("</p>");
        if (error is not null)
            content.AppendHtml($"<p class=\"error\" id=\"{id}-error\">").Append(error).AppendHtml("</p>");
        return content;
    }

    private TagBuilder Input(string name, string id, string? attempted)
    {
        if (Items is not null)
            return html.GenerateSelect(ViewContext, For.ModelExplorer, null, For.Name, Items, allowMultiple: false, new { id });
        var value = attempted ?? (Apart.Length == 0 ? Value ?? Written(For.Model) : Value);
        if (Rows > 0)
        {
            var box = new TagBuilder("textarea") { Attributes = { ["id"] = id, ["name"] = name, ["rows"] = Rows.ToString(CultureInfo.InvariantCulture) } };
            box.InnerHtml.Append("\n" + value);
            return box;
        }
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["id"] = id, ["name"] = name, ["type"] = Type } };
        if (Type == "checkbox")
        {
            input.Attributes["value"] = "true";
            if (Apart.Length == 0 && For.Model is true)
                input.Attributes["checked"] = "checked";
        }
        else if (Type is not ("password" or "file"))
            input.Attributes["value"] = value;
        return input;
    }

    private static string Written(object? model) => model switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable figure => figure.ToString(null, CultureInfo.CurrentCulture),
        _ => model.ToString() ?? "",
    };
}

/// <summary>What is wrong with a form, above it, each line leading to its field.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(Words words) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var faults = ViewContext.ViewData.ModelState.SelectMany(state => state.Value!.Errors.Select(error => (state.Key, error.ErrorMessage))).ToList();
        if (faults.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        output.Content.AppendHtml("<h2 id=\"error-summary-title\">").Append(words["Please look at this again"]).AppendHtml("</h2><ul>");
        foreach (var (key, message) in faults)
            Line(output.Content, key, message);
        output.Content.AppendHtml("</ul>");
    }

    private void Line(TagHelperContent content, string key, string message)
    {
        content.AppendHtml("<li>");
        if (key.Length == 0)
            content.Append(message);
        else
            content.AppendHtml($"<a href=\"#{TagBuilder.CreateSanitizedId(key, "_")}\">").Append(message).AppendHtml("</a>");
        if (ViewContext.ViewData[FormPage.LinkOf(key)] is string link)
            content.AppendHtml($" <a href=\"{HtmlEncoder.Default.Encode(link)}\">").Append(words["Open it"]).AppendHtml("</a>");
        content.AppendHtml("</li>");
    }
}
