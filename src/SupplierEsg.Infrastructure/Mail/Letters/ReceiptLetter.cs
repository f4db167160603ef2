using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Mail.Letters;

/// <summary>What a supplier holds in hand once it has submitted, or let earlier answers serve.</summary>
internal sealed class ReceiptLetter(AppDb db, ISite site, ITexts texts) : ILetter<AssessmentSubmitted>, ILetter<AssessmentServed>
{
    public async Task<IReadOnlyList<Letter>> Write(AssessmentSubmitted happened, JournalEntry line, CancellationToken token)
    {
        var (supplier, title, at) = await About(happened.Assessment, token);
        var language = happened.Language;
        string In(string english, params object[] with) => texts.In(language, english, with);
        var body = new LetterBody()
            .Say(In("Dear {0},", happened.DeclaredBy))
            .Say(In("The answers of {0} to “{1}” were submitted on {2}. They are frozen now, as they are.", supplier, title.In(language), LetterDates.Moment(at, language)));
        Receipt(body, language, happened.Receipt, happened.ContentHash)
            .Say(In("What happens next: the answers are scored at once, and you find the result under “Results” when you sign in. Keep this mail as your proof."));
        return [new(happened.Email, happened.DeclaredBy, language, In("Receipt {0}: your answers were submitted", happened.Receipt), body)];
    }

    public async Task<IReadOnlyList<Letter>> Write(AssessmentServed happened, JournalEntry line, CancellationToken token)
    {
        var (supplier, title, at) = await About(happened.Assessment, token);
        var language = happened.Language;
        string In(string english, params object[] with) => texts.In(language, english, with);
        var body = new LetterBody()
            .Say(In("Dear {0},", happened.ConsentedBy))
            .Say(In("On {0} you consented that the reviewed answers of {1} to “{2}” serve a further invitation. Answers, documents, review and result are shown there as they are, and count until {3}.",
                LetterDates.Moment(at, language), supplier, title.In(language), LetterDates.Date(happened.ValidUntil, language)));
        Receipt(body, language, happened.Receipt, happened.ContentHash).Say(In("Nothing else is asked of you. Keep this mail as your proof."));
        return [new(happened.Email, happened.ConsentedBy, language, In("Receipt {0}: your answers serve a further invitation", happened.Receipt), body)];
    }

    private LetterBody Receipt(LetterBody body, string language, string number, string hash) => body
        .Say(texts.In(language, "Receipt number: {0}", number))
        .Say(texts.In(language, "Fingerprint of the answers and evidence files (SHA-256): {0}", hash))
        .Link(texts.In(language, "Check this receipt"), site.Address($"/receipts/{number}"));

    private async Task<(string Supplier, LocalText Title, DateTime At)> About(AssessmentId id, CancellationToken token)
    {
        var about = await (
            from assessment in db.Assessments
            where assessment.Id == id
            join supplier in db.Suppliers on assessment.SupplierId equals supplier.Id
            join version in db.QuestionnaireVersions on assessment.QuestionnaireVersionId equals version.Id
            select new { supplier.LegalName, version.Title, assessment.Submission!.At }).FirstAsync(token);
        return (about.LegalName, about.Title, about.At);
    }
}
