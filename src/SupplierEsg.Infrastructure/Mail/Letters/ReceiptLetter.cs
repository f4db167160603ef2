using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Mail.Letters;

/// <summary>What a supplier holds in hand once it has submitted.</summary>
internal sealed class ReceiptLetter(AppDb db, ISite site, ITexts texts) : ILetter<AssessmentSubmitted>
{
    public async Task<IReadOnlyList<Letter>> Write(AssessmentSubmitted happened, JournalEntry line, CancellationToken token)
    {
        var about = await (
            from assessment in db.Assessments
            where assessment.Id == happened.Assessment
            join supplier in db.Suppliers on assessment.SupplierId equals supplier.Id
            join version in db.QuestionnaireVersions on assessment.QuestionnaireVersionId equals version.Id
            select new { supplier.LegalName, version.Title, assessment.Submission!.At }).FirstAsync(token);
        var language = happened.Language;
        string In(string english, params object[] with) => texts.In(language, english, with);
        var body = new LetterBody()
            .Say(In("Dear {0},", happened.DeclaredBy))
            .Say(In("The answers of {0} to “{1}” were submitted on {2}. They are frozen now, as they are.", about.LegalName, about.Title.In(language), LetterDates.Moment(about.At, language)))
            .Say(In("Receipt number: {0}", happened.Receipt))
            .Say(In("Fingerprint of the answers and evidence files (SHA-256): {0}", happened.ContentHash))
            .Link(In("Check this receipt"), site.Address($"/receipts/{happened.Receipt}"))
            .Say(In("What happens next: the answers are scored at once, and you find the result under “Results” when you sign in. Keep this mail as your proof."));
        return [new(happened.Email, happened.DeclaredBy, language, In("Receipt {0}: your answers were submitted", happened.Receipt), body)];
    }
}
