using System.Globalization;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Web.Support;

/// <summary>Writes figures, times and countries as the reader's language does.</summary>
public sealed class Show(IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>Cookie in which the browser tells its time zone; readers without it read UTC, and the zone is written out.</summary>
    public const string ZoneCookie = "zone";

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    private static bool Chinese => Languages.Current != "en";

    public TimeZoneInfo Zone { get; } =
        http.HttpContext?.Request.Cookies[ZoneCookie] is { Length: > 0 and < 64 } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    public DateOnly Today => DateOnly.FromDateTime(Local(time.GetUtcNow().UtcDateTime));

    public bool IsToday(DateTime utc) => DateOnly.FromDateTime(Local(utc)) == Today;

    /// <summary><c>12 March 2026</c>, <c>2026年3月12日</c>.</summary>
    public string Date(DateOnly date) => date.ToString(Chinese ? "yyyy年M月d日" : "d MMMM yyyy", Culture);

    public string Date(DateTime utc) => Date(DateOnly.FromDateTime(Local(utc)));

    /// <summary><c>12 March 2026, 17:00</c> in the reader's zone.</summary>
    public string Moment(DateTime utc) => Local(utc).ToString(Chinese ? "yyyy年M月d日 HH:mm" : "d MMMM yyyy, HH:mm", Culture);

    public string MomentWithZone(DateTime utc) => $"{Moment(utc)} ({ZoneName(utc)})";

    public string Clock(DateTime utc) => Local(utc).ToString("HH:mm", Culture);

    /// <summary>One decimal; an en dash where there is no figure.</summary>
    public string Score(decimal? score) => score is { } figure ? Math.Round(figure, 1, MidpointRounding.AwayFromZero).ToString("0.0", Culture) : "–";

    public string Score(Rational? score) => Score(score?.ToDecimal6());

    /// <summary>Weights, marks and parameters: all their decimals, up to six.</summary>
    public string Exact(Rational number) => number.ToDecimal6().ToString("#,##0.######", Culture);

    /// <summary>A price with its currency's code: <c>1,234.50 EUR</c>. The blank between them doesn't break.</summary>
    public string Money(Rational amount, string currency) => $"{Amount(amount)}\u00A0{currency}";

    /// <summary>A price beside others whose currency stands above them.</summary>
    public string Amount(Rational amount) => amount.Round(2).ToDecimal6().ToString("N2", Culture);

    /// <summary>A share between 0 and 1 as <c>62 %</c>, cut and never rounded up to 100.</summary>
    public string Percent(decimal share) => (share >= 1 ? 100 : Math.Min(99, Math.Round(share * 100, MidpointRounding.AwayFromZero))).ToString("0", Culture) + " %";

    public string Number(long number) => number.ToString("N0", Culture);

    public string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => (bytes / 1024m).ToString("0.#", Culture) + " kB",
        _ => (bytes / 1024m / 1024m).ToString("0.#", Culture) + " MB",
    };

    private DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    private string ZoneName(DateTime utc)
    {
        var offset = Zone.GetUtcOffset(utc);
        return offset == TimeSpan.Zero ? "UTC" : $"UTC{(offset < TimeSpan.Zero ? "−" : "+")}{offset:hh\\:mm}";
    }
}
