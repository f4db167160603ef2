using SupplierEsg.Application.Answering;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>
/// The fields of a theme's form: <c>a-</c> and the question's name holds the answer, <c>n-</c> marks it not applicable,
/// <c>r-</c> says why, <c>f-</c> carries files. <c>known</c> lists the questions that were on the page with the revisions
/// their reader knew, since a box nobody ticked sends nothing. Other fields are passed over.
/// </summary>
internal static class PostedAnswers
{
    public const string File = "f-";
    private const string Value = "a-";
    private const string NotApplicable = "n-";
    private const string Reason = "r-";

    public static IReadOnlyDictionary<string, AnswerInput> Of(IFormCollection form)
    {
        var known = Known(form["known"].ToString());
        var named = form.Keys.Where(key => key.Length > 2 && (key.StartsWith(Value, StringComparison.Ordinal) || key.StartsWith(NotApplicable, StringComparison.Ordinal))).Select(key => key[2..]);
        return known.Keys.Union(named).ToDictionary(name => name, name => Input(form, name, known));
    }

    private static AnswerInput Input(IFormCollection form, string name, Dictionary<string, int> known) => new()
    {
        Text = string.Join(' ', form[Value + name].ToArray()),
        NotApplicable = form.ContainsKey(NotApplicable + name),
        NaReason = form[Reason + name].FirstOrDefault(),
        Revision = known.TryGetValue(name, out var revision) ? revision : null,
    };

    private static Dictionary<string, int> Known(string list)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry.Split(':') is [var name, var revision] && int.TryParse(revision, System.Globalization.CultureInfo.InvariantCulture, out var number))
                known[name] = number;
        }
        return known;
    }
}
