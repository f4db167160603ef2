namespace SupplierEsg.Application.Journal;

/// <summary>What journal lines are about: kind and id, such as <c>supplier/0198…</c>.</summary>
public static class Subjects
{
    /// <summary>Every kind there is, and the page that shows one of it; null where none does.</summary>
    private static readonly Dictionary<string, string?> PageOf = new()
    {
        ["supplier"] = "/suppliers/{0}",
        ["questionnaire"] = "/questionnaires/{0}",
        ["assessment"] = "/assessments/{0}",
        ["scorecard"] = "/scorecards/{0}",
        ["tender"] = "/tenders/{0}",
        ["bid"] = null,
        ["document"] = null,
        ["account"] = "/settings/people/{0}",
        ["api-key"] = null,
    };

    public static IReadOnlyCollection<string> Kinds => PageOf.Keys;

    public static (string Kind, Guid? Id) Split(string subject)
    {
        var parts = subject.Split('/', 2);
        return (parts[0], parts.Length == 2 && Guid.TryParse(parts[1], out var id) ? id : null);
    }

    public static string? Page(string subject) =>
        Split(subject) is (var kind, { } id) && PageOf.TryGetValue(kind, out var page) && page is not null ? string.Format(System.Globalization.CultureInfo.InvariantCulture, page, id) : null;
}
