using SupplierEsg.Application.Answering;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>
/// The fields of a theme's form: <c>a-</c> and the question's name holds the answer, <c>n-</c> marks it not applicable,
/// <c>r-</c> says why, <c>d-</c> marks it not known yet, <c>f-</c> carries files and <c>m-</c> a note to colleagues. <c>known</c> lists the questions that were
/// on the page with the revisions their reader knew and the marks of what was shown, since a box nobody ticked sends
/// nothing. Where two answers were shown, <c>c-</c> says which one stands. Other fields are passed over.
/// </summary>
internal static class PostedAnswers
{
    public const string File = "f-";
    private const string Value = "a-";
    private const string NotApplicable = "n-";
    private const string Reason = "r-";
    private const string DontKnow = "d-";
    private const string Choice = "c-";
    private const string Remark = "m-";

    /// <summary>Value of a box "don't know yet" that was ticked when the page was shown: an answer given since goes before it.</summary>
    public const string Before = "before";

    public const string Theirs = "theirs";
    public const string Mine = "mine";

    public static IReadOnlyDictionary<string, AnswerInput> Of(IFormCollection form)
    {
        var known = Known(form["known"].ToString());
        var named = form.Keys.Where(key => key.Length > 2 && (key.StartsWith(Value, StringComparison.Ordinal) || key.StartsWith(NotApplicable, StringComparison.Ordinal))).Select(key => key[2..]);
        return known.Keys.Union(named).Where(name => Chosen(form, name) is not (Theirs, _)).ToDictionary(name => name, name => Input(form, name, known.GetValueOrDefault(name)));
    }

    /// <summary>Notes to colleagues that were written, by question.</summary>
    public static IEnumerable<(string Question, string Text)> Notes(IFormCollection form) =>
        from field in form
        where field.Key.StartsWith(Remark, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(field.Value.ToString())
        select (field.Key[Remark.Length..], field.Value.ToString());

    private static AnswerInput Input(IFormCollection form, string name, (int Revision, string? Shown)? known)
    {
        var text = string.Join(' ', form[Value + name].ToArray());
        var (mine, chosen) = Chosen(form, name);
        return new()
        {
            Text = text,
            NotApplicable = form.ContainsKey(NotApplicable + name),
            NaReason = form[Reason + name].FirstOrDefault(),
            DontKnow = form[DontKnow + name].FirstOrDefault() is { } mark && (mark != Before || (text.Length == 0 && !form.ContainsKey(NotApplicable + name))),
            Revision = mine == Mine ? chosen : known?.Revision,
            Shown = mine == Mine ? null : known?.Shown,
        };
    }

    /// <summary>Which of two answers stands, and the revision of theirs that was shown: <c>mine:3</c>.</summary>
    private static (string? Which, int? Revision) Chosen(IFormCollection form, string name) =>
        form[Choice + name].ToString().Split(':') is [var which, var text] && Number(text) is { } revision ? (which, revision) : (null, null);

    private static Dictionary<string, (int Revision, string? Shown)?> Known(string list)
    {
        var known = new Dictionary<string, (int, string?)?>(StringComparer.Ordinal);
        foreach (var entry in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry.Split(':') is [var name, var text, .. var mark] && Number(text) is { } revision)
                known[name] = (revision, mark.FirstOrDefault());
        }
        return known;
    }

    private static int? Number(string text) => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
