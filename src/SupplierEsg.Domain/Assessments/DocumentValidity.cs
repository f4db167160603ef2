namespace SupplierEsg.Domain.Assessments;

/// <summary>How long a document counts, by what it is. Section <c>Evidence:Validity</c> of the configuration.</summary>
public sealed record DocumentValidity
{
    public const string Section = "Evidence:Validity";

    /// <summary>Years after its issue for which a policy counts.</summary>
    public int PolicyYears { get; init; } = 8;

    /// <summary>Years after their issue for which key figures count.</summary>
    public int KeyFiguresYears { get; init; } = 2;

    /// <summary>Years after its issue for which a certificate counts that has no expiry printed on it.</summary>
    public int CertificateYears { get; init; } = 3;

    /// <summary>Days before its end from which a document is shown as expiring.</summary>
    public int WarningDays { get; init; } = 60;

    /// <summary>Whether the settings make sense: 1 to 100 years, 0 to 3650 days.</summary>
    public bool IsSound => new[] { PolicyYears, KeyFiguresYears, CertificateYears }.All(years => years is >= 1 and <= 100) && WarningDays is >= 0 and <= 3650;

    /// <summary>
    /// The last day on which a document counts; null for no end, or where no date is known. What is printed on it always ends
    /// it; a policy and key figures also grow old by themselves, and a certificate where nothing is printed. Issued on 29
    /// February, a document ends on 28 February of a year that has no 29th.
    /// </summary>
    public DateOnly? LastDay(DocumentKind kind, DateOnly? issuedOn, DateOnly? expiresOn)
    {
        var grownOld = kind == DocumentKind.Certificate && expiresOn is not null ? null : YearsOf(kind) is { } years ? After(issuedOn, years) : null;
        return grownOld is null ? expiresOn : expiresOn is null || grownOld < expiresOn ? grownOld : expiresOn;
    }

    public DocumentState StateOn(DateOnly day, DateOnly? lastDay) =>
        lastDay is not { } last || last.DayNumber - day.DayNumber > WarningDays ? DocumentState.Valid
        : last < day ? DocumentState.Expired
        : DocumentState.Expiring;

    /// <summary>Documents of this kind end by a date, and none is known that would say when.</summary>
    public static bool LacksDate(DocumentKind kind, DateOnly? issuedOn, DateOnly? expiresOn) => YearsMatter(kind) && issuedOn is null && expiresOn is null;

    private static bool YearsMatter(DocumentKind kind) => kind is DocumentKind.Policy or DocumentKind.KeyFigures or DocumentKind.Certificate;

    private int? YearsOf(DocumentKind kind) => kind switch
    {
        DocumentKind.Policy => PolicyYears,
        DocumentKind.KeyFigures => KeyFiguresYears,
        DocumentKind.Certificate => CertificateYears,
        _ => null,
    };

    private static DateOnly? After(DateOnly? day, int years) => day is not { } from ? null : from.Year + years > DateOnly.MaxValue.Year ? DateOnly.MaxValue : from.AddYears(years);
}

/// <summary>Where a document stands on a day.</summary>
public enum DocumentState
{
    Valid,

    /// <summary>Still valid, and not for long.</summary>
    Expiring,

    /// <summary>Its last day has passed.</summary>
    Expired,
}
