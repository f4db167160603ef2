using System.Globalization;
using SupplierEsg.Application.Workbooks;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>
/// Dates and times that a workbook keeps as a count of days. In the 1900 system day 1 is 1 January 1900 and day 60 is a
/// 29 February 1900 that never was, kept from Lotus 1-2-3; in the 1904 system day 0 is 1 January 1904. Times are rounded to
/// the millisecond.
/// </summary>
internal static class SerialDate
{
    private const long DayMilliseconds = 24 * 60 * 60 * 1000;
    private const decimal LargestSerial = 3_000_000;
    private const int LeapDayThatNeverWas = 60;

    private static readonly DateTime Epoch1904 = new(1904, 1, 1);
    private static readonly DateTime Epoch1900 = new(1899, 12, 30);

    /// <summary>A date, a time, or an error for what is no day at all; null when the text isn't a number.</summary>
    public static (CellKind Kind, string Text)? Read(string written, NumberKind format, bool date1904)
    {
        if (NumberText.Plain(written) is not { } plain)
            return null;
        if (!decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) || Math.Abs(serial) > LargestSerial)
            return (CellKind.Error, plain);
        var milliseconds = (long)Math.Round(serial * DayMilliseconds, MidpointRounding.AwayFromZero);
        return format switch
        {
            NumberKind.Elapsed => (CellKind.Time, TimeText(milliseconds)),
            NumberKind.TimeOfDay when milliseconds >= 0 => (CellKind.Time, TimeText(milliseconds % DayMilliseconds)),
            NumberKind.TimeOfDay => (CellKind.Error, plain),
            _ => Date(milliseconds, date1904, plain),
        };
    }

    /// <summary>A cell of type <c>d</c>: ISO 8601 as it stands; Excel's dates know no zone, so one that is given is left out.</summary>
    public static (CellKind Kind, string Text)? ReadIso(string written)
    {
        var text = written.Trim();
        if (TimeOnly.TryParse(text.TrimStart('T').TrimEnd('Z'), CultureInfo.InvariantCulture, out var time) && !text.Contains('-'))
            return (CellKind.Time, TimeText(time.Ticks / TimeSpan.TicksPerMillisecond));
        return DateTimeOffset.TryParseExact(text, IsoForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? (CellKind.Date, DateText(moment.DateTime))
            : null;
    }

    private static readonly string[] IsoForms =
        ["yyyy-MM-dd", "yyyy-MM-ddK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK"];

    private static (CellKind, string) Date(long milliseconds, bool date1904, string plain)
    {
        var day = Math.DivRem(milliseconds, DayMilliseconds, out var rest);
        if (milliseconds < 0)
            return (CellKind.Error, plain);
        if (date1904)
            return DateFrom(Epoch1904, day, rest, plain);
        if (day == 0)
            return rest > 0 ? (CellKind.Time, TimeText(rest)) : (CellKind.Error, "1900-01-00");
        if (day == LeapDayThatNeverWas)
            return (CellKind.Error, "1900-02-29");
        return DateFrom(day < LeapDayThatNeverWas ? Epoch1900.AddDays(1) : Epoch1900, day, rest, plain);
    }

    private static (CellKind, string) DateFrom(DateTime epoch, long day, long rest, string plain) =>
        day <= (DateTime.MaxValue - epoch).Days ? (CellKind.Date, DateText(epoch.AddDays(day).AddMilliseconds(rest))) : (CellKind.Error, plain);

    private static string DateText(DateTime date) => date.TimeOfDay == TimeSpan.Zero
        ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF", CultureInfo.InvariantCulture);

    /// <summary>Hours may be more than a day's; the fraction of a second is left out when there is none.</summary>
    private static string TimeText(long milliseconds)
    {
        var span = TimeSpan.FromMilliseconds(Math.Abs(milliseconds));
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{(milliseconds < 0 ? "-" : "")}{(long)span.TotalHours:00}:{span.Minutes:00}:{span.Seconds:00}");
        return span.Milliseconds == 0 ? text : text + string.Create(CultureInfo.InvariantCulture, $".{span.Milliseconds:000}").TrimEnd('0');
    }
}
