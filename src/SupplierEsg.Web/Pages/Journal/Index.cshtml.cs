using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Journal;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Journal;

[Needs(Permission.ViewJournal)]
public sealed class IndexModel(IMediator mediator, ICurrentUser me, Words words, Show show) : JournalPage(show)
{
    // What stands beside the details anyway.
    private static readonly string[] Told = ["subject", "reason", "name"];

    private readonly Show show = show;
    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>();

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    public ReadJournal.Lines Lines { get; private set; } = null!;

    public async Task OnGet()
    {
        Lines = await mediator.Send(new ReadJournal.Query(Filter, Before, After), HttpContext.RequestAborted);
        names = await mediator.Send(new NameSubjects.Query([.. Lines.Rows.Select(line => line.Subject)]), HttpContext.RequestAborted);
    }

    public IEnumerable<(string Name, string Words)> Events() =>
        EventWords.All.Select(name => (name, words[EventWords.Of(name)])).OrderBy(one => one.Item2, StringComparer.CurrentCulture);

    public IEnumerable<(string Words, string Address)> Chips()
    {
        if (!string.IsNullOrWhiteSpace(Q))
            yield return (words["About: {0}", Q], Address("/journal", ("q", null)));
        if (!string.IsNullOrEmpty(Event))
            yield return (words[EventWords.Of(Event)], Address("/journal", ("event", null)));
        if (Actor is not null)
            yield return (words["By: {0}", Lines.Rows.FirstOrDefault()?.ActorName ?? Actor.ToString()!], Address("/journal", ("actor", null)));
        if (From is { } from)
            yield return (words["From {0}", show.Date(from)], Address("/journal", ("from", null)));
        if (To is { } to)
            yield return (words["Until {0}", show.Date(to)], Address("/journal", ("to", null)));
    }

    public string NameOf(JournalEntry line) => names.GetValueOrDefault(line.Subject) ?? line.Subject;

    public string? PageOf(JournalEntry line) =>
        // Accounts have their page in the settings, which auditors don't open.
        line.Subject.StartsWith("account/", StringComparison.Ordinal) && !me.May(Permission.ManageAccounts) ? null : Subjects.Page(line.Subject);

    public static string KindWords(string kind) => kind switch
    {
        "supplier" => "Supplier",
        "questionnaire" => "Questionnaire",
        "assessment" => "Assessment",
        "scorecard" => "Scorecard",
        "account" => "Account",
        "api-key" => "API key",
        _ => kind,
    };

    /// <summary>The payload's members, each on its own line.</summary>
    public static IEnumerable<(string Name, string Value)> Details(JournalEntry line)
    {
        using var payload = JsonDocument.Parse(line.Payload);
        return [.. payload.RootElement.EnumerateObject()
            .Where(member => !Told.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.Null)
            .Select(member => (member.Name, Value(member.Value)))];
    }

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => string.Join(", ", value.EnumerateArray().Select(item => item.GetString())),
        _ => value.GetRawText(),
    };
}
