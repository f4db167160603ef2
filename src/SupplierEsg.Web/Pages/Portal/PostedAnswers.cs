using Microsoft.Extensions.Primitives;
using SupplierEsg.Application.Answering;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>
/// The fields of a theme's form: <c>a-</c> and the question's name holds the answer, <c>n-</c> marks it not applicable,
/// <c>r-</c> says why, <c>d-</c> marks it not known yet, <c>f-</c> carries files and <c>m-</c> a note to colleagues. <c>known</c> lists the questions that were
/// on the page with the revisions their reader knew and the marks of what was shown, since a box nobody ticked sends
/// nothing. Where two answers were shown, <c>c-</c> says which one stands. Other fields are passed over.
/// </summary>
public static class PostedAnswers
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
        var fields = new Fields(form);
        var inputs = new Dictionary<string, AnswerInput>(form.Count, StringComparer.Ordinal);
        foreach (var (name, known) in Known(form["known"].ToString()))
            Add(inputs, fields, name, known);
        var given = inputs.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var key in form.Keys)
        {
            if (key.Length > 2 && (key.StartsWith(Value, StringComparison.Ordinal) || key.StartsWith(NotApplicable, StringComparison.Ordinal)) && !given.ContainsKey(key.AsSpan(2)))
                Add(inputs, fields, key[2..], null);
        }
        return inputs;
    }

    /// <summary>Notes to colleagues that were written, by question.</summary>
    public static IEnumerable<(string Question, string Text)> Notes(IFormCollection form) =>
        from field in form
        where field.Key.StartsWith(Remark, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(field.Value.ToString())
        select (field.Key[Remark.Length..], field.Value.ToString());

    private static void Add(Dictionary<string, AnswerInput> inputs, Fields fields, string name, (int Revision, string? Shown)? known)
    {
        var (which, chosen) = Chosen(fields[Choice, name].ToString());
        if (which == Theirs)
            return;
        var text = fields[Value, name] is { Count: > 1 } several ? string.Join(' ', several.ToArray()) : fields[Value, name].ToString();
        var notApplicable = fields[NotApplicable, name].Count > 0;
        inputs[name] = new()
        {
            Text = text,
            NotApplicable = notApplicable,
            NaReason = fields[Reason, name].FirstOrDefault(),
            DontKnow = fields[DontKnow, name].FirstOrDefault() is { } mark && (mark != Before || (text.Length == 0 && !notApplicable)),
            Revision = which == Mine ? chosen : known?.Revision,
            Shown = which == Mine ? null : known?.Shown,
        };
    }

    /// <summary>Which of two answers stands, and the revision of theirs that was shown: <c>mine:3</c>.</summary>
    private static (string? Which, int? Revision) Chosen(string choice) =>
        choice.Length > 0 && choice.Split(':') is [var which, var text] && Number(text) is { } revision ? (which, revision) : (null, null);

    private static Dictionary<string, (int Revision, string? Shown)?> Known(string list)
    {
        var known = new Dictionary<string, (int, string?)?>(StringComparer.Ordinal);
        Span<Range> parts = stackalloc Range[4];
        foreach (var entry in list.AsSpan().Split(' '))
        {
            var written = list.AsSpan(entry);
            var count = written.Split(parts, ':');
            if (count > 1 && Number(written[parts[1]]) is { } revision)
                known[written[parts[0]].ToString()] = (revision, count > 2 ? written[parts[2]].ToString() : revision == 0 ? AnswerMark.Of(null) : null);
        }
        return known;
    }

    private static int? Number(ReadOnlySpan<char> text) => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The form by kind and question. A kind that doesn't occur costs no key for each question.</summary>
    private readonly struct Fields(IFormCollection form)
    {
        private readonly HashSet<char> kinds = [.. form.Keys.Where(key => key.Length > 2 && key[1] == '-').Select(key => key[0])];

        public StringValues this[string kind, string name] => kinds.Contains(kind[0]) ? form[kind + name] : default;
    }
}
