using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Journal;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Journal;

/// <summary>The filters of the journal, as they stand in the address of the page and of its export.</summary>
public abstract class JournalPage(Show show) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Event { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Actor { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    protected ReadJournal.Filter Filter => new() { Text = Q, Event = Event, Actor = Actor, From = Begin(From), Until = Begin(To == DateOnly.MaxValue ? null : To?.AddDays(1)) };

    public bool IsFiltered => Filter != new ReadJournal.Filter();

    /// <summary>This page's address with these parameters instead; null takes one out. A change of filter begins at the newest line.</summary>
    public string Address(string path, params (string Name, string? Value)[] changes)
    {
        var all = new Dictionary<string, string?>
        {
            ["q"] = Q, ["event"] = Event, ["actor"] = Actor?.ToString(),
            ["from"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["to"] = To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in changes)
            all[name] = value;
        return path + new QueryBuilder(all.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Key, p.Value!))).ToQueryString();
    }

    // A day is the reader's own.
    private DateTime? Begin(DateOnly? day)
    {
        if (day is not { } date)
            return null;
        var midnight = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        // Where clocks go forward at midnight, the day begins an hour later.
        return TimeZoneInfo.ConvertTimeToUtc(show.Zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight, show.Zone);
    }
}
