using System.Globalization;

namespace SupplierEsg.Infrastructure.Mail.Letters;

/// <summary>Days and times as letters write them: nobody's zone is known here, so times are in UTC and say so.</summary>
internal static class LetterDates
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Date(DateOnly date, string language) =>
        language == "en" ? date.ToString("d MMMM yyyy", English) : date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    public static string Moment(DateTime utc, string language) =>
        $"{Date(DateOnly.FromDateTime(utc), language)} {utc.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";
}
