using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Colleagues;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Mail.Letters;

/// <summary>Asks a supplier's person to answer some themes of an assessment: who asks, which, until when.</summary>
internal sealed class ColleagueLetter(AppDb db, CompiledQuestionnaires questionnaires, ILinkTokens tokens, ISite site, ITexts texts)
    : ILetter<ColleagueInvited>, ILetter<ColleagueInvitedAgain>
{
    public Task<IReadOnlyList<Letter>> Write(ColleagueInvited happened, JournalEntry line, CancellationToken token) => Write(happened.Colleague, line, token);

    public Task<IReadOnlyList<Letter>> Write(ColleagueInvitedAgain happened, JournalEntry line, CancellationToken token) => Write(happened.Colleague, line, token);

    private async Task<IReadOnlyList<Letter>> Write(ColleagueId id, JournalEntry line, CancellationToken token)
    {
        var colleague = await db.Colleagues.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, token);
        // Taken back, a newer mail is on its way, accepted meanwhile, or somebody took themes for themselves.
        if (colleague is null || colleague.InvitedAt > line.At || (colleague.AcceptedAt is { } at && at > line.At) || (colleague.AccountId is not null && colleague.AccountId == line.ActorId))
            return [];
        var assessment = await db.Assessments.AsNoTracking().FirstAsync(a => a.Id == colleague.AssessmentId, token);
        if (!assessment.State.TakesAnswers())
            return [];
        var supplier = await db.Suppliers.Where(s => s.Id == assessment.SupplierId).Select(s => s.LegalName).FirstAsync(token);
        var questionnaire = await questionnaires.Get(assessment.QuestionnaireVersionId, token);
        var language = colleague.Language;
        var title = questionnaire.Definition.Title.In(language);
        var themes = questionnaire.Themes.Where(theme => colleague.Themes.Contains(theme.Code)).Select(theme => theme.Definition.Label.In(language));
        return [new(colleague.Email, colleague.Name, language, texts.In(language, "{0} asks you to help answer “{1}”", colleague.InvitedBy, title), Body(colleague, assessment, supplier, title, themes))];
    }

    private LetterBody Body(Colleague colleague, Assessment assessment, string supplier, string title, IEnumerable<string> themes)
    {
        var language = colleague.Language;
        string In(string english, params object[] with) => texts.In(language, english, with);
        var body = new LetterBody()
            .Say(In("Dear {0},", colleague.Name))
            .Say(In("{0} asks you to answer a part of the questionnaire “{1}” for {2}.", colleague.InvitedBy, title, supplier))
            .Say(In("These themes are yours: {0}.", string.Join(language == "en" ? "; " : "；", themes)))
            .Say(In("The answers have to be submitted by {0}. Each is saved as you give it; you can stop at any time and go on later.", LetterDates.Date(assessment.ClarifyBy ?? assessment.DueOn, language)));
        body = colleague.AcceptedAt is null
            ? body.SecretLink(In("Start here"), ColleagueLink.Of(colleague, tokens, site))
                .Say(In("The link works once, for {0} days, and is meant for you alone: with it you choose a password, and after that you sign in with {1}.", Colleague.LinkDays, colleague.Email))
            : body.Link(In("Start here"), site.Address($"/portal/assessments/{assessment.Id}"));
        return body.Say(In("If anything is unclear, ask {0}.", colleague.InvitedBy));
    }
}
