using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.UnitTests.Answering;

public sealed class DocumentValidityTests
{
    private static readonly DocumentValidity Validity = new();

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(DocumentKind.Policy, "2018-11-25", null, "2026-11-25")]
    [InlineData(DocumentKind.Policy, "2018-11-25", "2024-01-01", "2024-01-01")]
    [InlineData(DocumentKind.Policy, "2018-11-25", "2030-01-01", "2026-11-25")]
    [InlineData(DocumentKind.Policy, null, "2030-01-01", "2030-01-01")]
    [InlineData(DocumentKind.Policy, null, null, null)]
    [InlineData(DocumentKind.KeyFigures, "2024-12-31", null, "2026-12-31")]
    [InlineData(DocumentKind.KeyFigures, "2024-02-29", null, "2026-02-28")]
    [InlineData(DocumentKind.Policy, "2024-02-29", null, "2032-02-29")]
    [InlineData(DocumentKind.Certificate, "2020-03-01", "2029-03-01", "2029-03-01")]
    [InlineData(DocumentKind.Certificate, "2024-02-29", null, "2027-02-28")]
    [InlineData(DocumentKind.Certificate, null, null, null)]
    [InlineData(DocumentKind.Declaration, "1999-01-01", null, null)]
    [InlineData(DocumentKind.Record, "1999-01-01", "2020-05-05", "2020-05-05")]
    [InlineData(DocumentKind.Other, null, "2020-05-05", "2020-05-05")]
    [InlineData(DocumentKind.Policy, "9998-01-01", null, "9999-12-31")]
    public void The_last_day_follows_from_kind_and_dates(DocumentKind kind, string? issued, string? expires, string? last) =>
        Validity.LastDay(kind, Day(issued), Day(expires)).ShouldBe(Day(last));

    [Theory]
    [InlineData("2026-11-24", DocumentState.Expired)]
    [InlineData("2026-11-25", DocumentState.Expiring)]
    [InlineData("2027-01-24", DocumentState.Expiring)]
    [InlineData("2027-01-25", DocumentState.Valid)]
    [InlineData(null, DocumentState.Valid)]
    [InlineData("9999-12-31", DocumentState.Valid)]
    public void A_document_is_valid_on_its_last_day_and_warns_sixty_days_before(string? last, DocumentState state) =>
        Validity.StateOn(new(2026, 11, 25), Day(last)).ShouldBe(state);

    [Theory]
    [InlineData(EvidenceState.Accepted, "2026-11-24", EvidenceState.Expired)]
    [InlineData(EvidenceState.Pending, "2026-11-24", EvidenceState.Expired)]
    [InlineData(EvidenceState.Rejected, "2026-11-24", EvidenceState.Expired)]
    [InlineData(EvidenceState.Accepted, "2026-11-25", EvidenceState.Accepted)]
    [InlineData(EvidenceState.Accepted, null, EvidenceState.Accepted)]
    [InlineData(EvidenceState.Rejected, "2026-11-25", EvidenceState.Rejected)]
    public void What_is_past_its_validity_counts_as_expired_whatever_was_decided(EvidenceState decided, string? last, EvidenceState counts) =>
        AnswerEvidence.StateOn(decided, Day(last), new(2026, 11, 25)).ShouldBe(counts);

    [Theory]
    [InlineData(DocumentKind.Policy, null, null, true)]
    [InlineData(DocumentKind.KeyFigures, null, null, true)]
    [InlineData(DocumentKind.Certificate, null, null, true)]
    [InlineData(DocumentKind.Certificate, "2026-01-01", null, false)]
    [InlineData(DocumentKind.Policy, null, "2026-01-01", false)]
    [InlineData(DocumentKind.Declaration, null, null, false)]
    [InlineData(DocumentKind.Other, null, null, false)]
    public void A_date_is_asked_for_where_the_kind_ends_by_one(DocumentKind kind, string? issued, string? expires, bool lacks) =>
        DocumentValidity.LacksDate(kind, Day(issued), Day(expires)).ShouldBe(lacks);

    [Fact]
    public void Settings_that_make_no_sense_are_told()
    {
        Validity.IsSound.ShouldBeTrue();
        (Validity with { PolicyYears = 0 }).IsSound.ShouldBeFalse();
        (Validity with { KeyFiguresYears = 101 }).IsSound.ShouldBeFalse();
        (Validity with { CertificateYears = -1 }).IsSound.ShouldBeFalse();
        (Validity with { WarningDays = -1 }).IsSound.ShouldBeFalse();
        (Validity with { PolicyYears = 5 }).LastDay(DocumentKind.Policy, new(2020, 6, 1), null).ShouldBe(new DateOnly(2025, 6, 1));
        var limits = new EvidenceLimits();
        limits.IsSound.ShouldBeTrue();
        (limits with { MaxFilesPerQuestion = 0 }).IsSound.ShouldBeFalse();
        (limits with { MaxLibraryBytes = 1 }).IsSound.ShouldBeFalse();
        (limits with { MaxRequestBytes = 1 }).IsSound.ShouldBeFalse();
        (limits with { MaxLibraryFiles = 0 }).IsSound.ShouldBeFalse();
    }
}
