using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Mail.Letters;

/// <summary>What a supplier hears of the review: that something is asked again, and what came of it in the end.</summary>
internal sealed class ReviewLetters(AppDb db, ISite site, Buyer buyer, ITexts texts) : ILetter<AssessmentSentBack>, ILetter<AssessmentFinalised>
{
    public async Task<IReadOnlyList<Letter>> Write(AssessmentSentBack happened, JournalEntry line, CancellationToken token)
    {
        var about = await About(happened.Assessment, token);
        // Answered meanwhile, or taken back: there is nothing to ask any more.
        if (about.Assessment.State != AssessmentState.Clarification || about.Assessment.ClarifyBy != happened.AnswerBy)
            return [];
        var language = happened.Language;
        string In(string english, params object[] with) => texts.In(language, english, with);
        var (title, day, count) = (about.Title.In(language), LetterDates.Date(happened.AnswerBy, language), happened.Questions.Count);
        var body = new LetterBody()
            .Say(In("Dear {0},", about.Assessment.Invitee.Name))
            .Say(buyer.Name is { } company
                ? In("{0} has looked at the answers of {1} to “{2}” and needs more from you.", company, about.Supplier, title)
                : In("The answers of {0} to “{1}” were looked at, and more is needed from you.", about.Supplier, title))
            .Say(count == 1 ? In("One question is open again; beside it stands what is asked.") : In("{0} questions are open again; beside each stands what is asked.", count))
            .Say(In("Please answer by {0}, and submit again. All other answers stay as they are.", day))
            .Link(In("Look at what is asked"), site.Address($"/portal/assessments/{happened.Assessment}"))
            .Say(In("After that day the review may go on with what is saved by then."));
        var subject = count == 1 ? In("One question about “{0}”: please answer by {1}", title, day) : In("{0} questions about “{1}”: please answer by {2}", count, title, day);
        return [new(happened.Email, about.Assessment.Invitee.Name, language, subject, body)];
    }

    public async Task<IReadOnlyList<Letter>> Write(AssessmentFinalised happened, JournalEntry line, CancellationToken token)
    {
        var about = await About(happened.Assessment, token);
        var card = await db.Scorecards.AsNoTracking().Where(c => c.AssessmentId == happened.Assessment && c.Stage == ScorecardStage.Final)
            .OrderByDescending(c => c.MadeAt).Select(c => (ScorecardId?)c.Id).FirstOrDefaultAsync(token);
        var language = happened.Language;
        string In(string english, params object[] with) => texts.In(language, english, with);
        var title = about.Title.In(language);
        var body = new LetterBody()
            .Say(In("Dear {0},", about.Assessment.Invitee.Name))
            .Say(In("The review of the answers of {0} to “{1}” is done, and your final result is ready.", about.Supplier, title))
            .Say(In("It counts until {0}.", LetterDates.Date(happened.ValidUntil, language)))
            .Link(In("Look at your result"), site.Address(card is { } id ? $"/portal/results/{id}" : "/portal/results"))
            .Say(In("There you find the reason for every point, and every decision about your documents with its reason."));
        return [new(happened.Email, about.Assessment.Invitee.Name, language, In("Your result for “{0}” is ready", title), body)];
    }

    private async Task<(Assessment Assessment, string Supplier, LocalText Title)> About(AssessmentId id, CancellationToken token)
    {
        var found = await (
            from assessment in db.Assessments.AsNoTracking()
            where assessment.Id == id
            join supplier in db.Suppliers on assessment.SupplierId equals supplier.Id
            join version in db.QuestionnaireVersions on assessment.QuestionnaireVersionId equals version.Id
            select new { assessment, supplier.LegalName, version.Title }).FirstAsync(token);
        return (found.assessment, found.LegalName, found.Title);
    }
}
