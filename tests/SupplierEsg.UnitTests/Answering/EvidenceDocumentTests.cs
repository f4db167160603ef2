using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.UnitTests.Answering;

public sealed class EvidenceDocumentTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 25);

    private readonly EvidenceDocument document = EvidenceDocument.Add(EvidenceId.New(), SupplierId.New(), new("policy.pdf", EvidenceKind.Pdf, 12, "ab"), Now, "Lin Wei");

    private string Refusal(Action act) => Should.Throw<RuleBroken>(act).Code;

    [Fact]
    public void It_comes_undescribed_and_the_journal_is_told()
    {
        document.Description.ShouldBe(new(DocumentKind.Other));
        (document.FileName, document.ContentType, document.Size, document.Sha256, document.UploadedBy).ShouldBe(("policy.pdf", "application/pdf", 12, "ab", "Lin Wei"));
        document.Events.Single().ShouldBe(new DocumentAdded(document.Id, document.SupplierId, "policy.pdf", "ab"));
    }

    [Fact]
    public void A_description_is_kept_and_told_once()
    {
        var description = new DocumentDescription(DocumentKind.Policy, Today, Today.AddYears(1), "en", 3);
        document.EventsWritten();
        document.Describe(description, Today);
        document.Describe(description, Today);
        document.Description.ShouldBe(description);
        document.Events.Single().ShouldBe(new DocumentDescribed(document.Id, document.SupplierId, description));
    }

    [Fact]
    public void Dates_that_cannot_be_are_refused()
    {
        Refusal(() => document.Describe(new(DocumentKind.Policy, Today.AddDays(1)), Today)).ShouldBe("evidence.issued-in-the-future");
        Refusal(() => document.Describe(new(DocumentKind.Policy, Today, Today.AddDays(-1)), Today)).ShouldBe("evidence.expires-before-issue");
        document.Describe(new(DocumentKind.Policy, Today, Today), Today);
        document.Describe(new(DocumentKind.Policy, null, Today.AddYears(-9)), Today);
        document.ExpiresOn.ShouldBe(Today.AddYears(-9));
    }

    [Fact]
    public void What_is_out_of_the_library_stays_as_it_was_until_it_comes_back()
    {
        document.RemoveFromLibrary(Now);
        document.RemovedAt.ShouldBe(Now);
        document.Events[^1].ShouldBe(new DocumentRemoved(document.Id, document.SupplierId, "policy.pdf", "ab"));
        Refusal(() => document.RemoveFromLibrary(Now)).ShouldBe("evidence.not-in-library");
        Refusal(() => document.Describe(new(DocumentKind.Policy), Today)).ShouldBe("evidence.not-in-library");
        document.ReturnToLibrary();
        document.ReturnToLibrary();
        document.RemovedAt.ShouldBeNull();
        document.Events.Count.ShouldBe(3);
    }

    [Fact]
    public void Only_what_a_browser_draws_and_does_not_run_is_shown()
    {
        foreach (var kind in new[] { EvidenceKind.Pdf, EvidenceKind.Png, EvidenceKind.Jpeg, EvidenceKind.Gif, EvidenceKind.WebP })
            EvidenceKind.IsShown(kind.MediaType).ShouldBeTrue();
        foreach (var kind in new[] { EvidenceKind.Tiff, EvidenceKind.Word, EvidenceKind.Excel, EvidenceKind.PowerPoint, EvidenceKind.OpenText, EvidenceKind.OpenSheet, EvidenceKind.OpenSlides, EvidenceKind.Text })
            EvidenceKind.IsShown(kind.MediaType).ShouldBeFalse();
        EvidenceKind.IsShown("image/svg+xml").ShouldBeFalse();
        EvidenceKind.IsShown("text/html").ShouldBeFalse();
    }
}
