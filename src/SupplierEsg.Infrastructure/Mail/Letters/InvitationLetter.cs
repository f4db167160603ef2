using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Mail.Letters;

/// <summary>Asks a supplier's person to answer a questionnaire: who asks, what, how long it takes, until when, and what becomes of it.</summary>
internal sealed class InvitationLetter(
    AppDb db, CompiledQuestionnaires questionnaires, UserManager<AppUser> users, ILinkTokens tokens, ISite site, Buyer buyer, ITexts texts)
    : ILetter<SupplierInvited>, ILetter<InvitationRenewed>
{
    public Task<IReadOnlyList<Letter>> Write(SupplierInvited happened, JournalEntry line, CancellationToken token) => Write(happened.Assessment, line, token);

    public Task<IReadOnlyList<Letter>> Write(InvitationRenewed happened, JournalEntry line, CancellationToken token) => Write(happened.Assessment, line, token);

    private async Task<IReadOnlyList<Letter>> Write(AssessmentId id, JournalEntry line, CancellationToken token)
    {
        var assessment = await db.Assessments.AsNoTracking().FirstAsync(a => a.Id == id, token);
        // There is nothing to accept any more, or a newer mail is on its way, maybe to somebody else.
        if (!assessment.IsOpen || assessment.AcceptedAt is not null || await IsOvertaken(line, token))
            return [];
        var supplier = await db.Suppliers.Where(s => s.Id == assessment.SupplierId).Select(s => s.LegalName).FirstAsync(token);
        var questionnaire = await questionnaires.Get(assessment.QuestionnaireVersionId, token);
        var sender = line.ActorId is { } actor ? await users.FindByIdAsync(actor.ToString()) : null;
        var (name, email, language) = assessment.Invitee;
        var subject = texts.In(language, "Please answer “{0}” by {1}", questionnaire.Definition.Title.In(language), LetterDates.Date(assessment.DueOn, language));
        return [new(email, name, language, subject, Body(assessment, supplier, questionnaire, sender))];
    }

    private Task<bool> IsOvertaken(JournalEntry line, CancellationToken token) =>
        db.Journal.AnyAsync(newer => newer.Subject == line.Subject && newer.Event == nameof(InvitationRenewed) && newer.Sequence > line.Sequence, token);

    private LetterBody Body(Assessment assessment, string supplier, CompiledQuestionnaire questionnaire, AppUser? sender)
    {
        var (name, email, language) = assessment.Invitee;
        string In(string english, params object[] with) => texts.In(language, english, with);
        var body = new LetterBody()
            .Say(In("Dear {0},", name))
            .Say(WhoAsks(language, supplier, questionnaire.Definition.Title.In(language), sender?.DisplayName))
            .Say(HowLong(language, questionnaire.AskedQuestions(), questionnaire.Minutes()))
            .Say(In("Please submit your answers by {0}.", LetterDates.Date(assessment.DueOn, language)));
        if (assessment.Note is not null)
            body.Say(In("A note for you:")).Say(assessment.Note);
        return body
            .SecretLink(In("Start here"), InvitationLink.Of(assessment, tokens, site))
            .Say(In("The link works once and is meant for you alone: with it you choose a password, and after that you sign in with {0}. If you have an account here already, the link leads you to it.", email))
            .Say(In("What happens to your answers: the buyer's people read and score them, and no other supplier sees them. You see your result with the reason for every point. Your name and your e-mail address are kept as the record of who answered."))
            .Say(WhomToAsk(language, sender));
    }

    private string WhoAsks(string language, string supplier, string questionnaire, string? sender) => (sender, buyer.Name) switch
    {
        ({ } person, { } company) => texts.In(language, "{0} of {1} asks {2} to answer the questionnaire “{3}” on its environmental, social and governance work.", person, company, supplier, questionnaire),
        (null, null) => texts.In(language, "{0} is asked to answer the questionnaire “{1}” on its environmental, social and governance work.", supplier, questionnaire),
        var (person, company) => texts.In(language, "{0} asks {1} to answer the questionnaire “{2}” on its environmental, social and governance work.", person ?? company!, supplier, questionnaire),
    };

    private string HowLong(string language, int questions, int minutes) => Effort.Hours(minutes) is { } hours
        ? texts.In(language, "It has up to {0} questions and takes about {1} hours. You can stop at any time and go on later: each answer is saved as you give it.", questions, hours)
        : texts.In(language, "It has up to {0} questions and takes about {1} minutes. You can stop at any time and go on later: each answer is saved as you give it.", questions, minutes);

    private string WhomToAsk(string language, AppUser? sender) => sender is null
        ? texts.In(language, "If anything is unclear, or if somebody else should answer, tell your contact at the buyer.")
        : texts.In(language, "If anything is unclear, or if somebody else should answer, write to {0} ({1}).", sender.DisplayName, sender.Email!);
}
