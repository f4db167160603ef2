namespace SupplierEsg.Domain.Assessments;

// How a supplier's people share the work on an assessment, and what they tell each other about it.
public sealed partial class Assessment
{
    /// <summary>There was ever a note beside one of its questions; so that pages without notes need not look for any.</summary>
    public bool HasNotes { get; private set; }

    /// <summary>Asks a colleague to answer some themes; drives the mail.</summary>
    /// <param name="there">Those who were asked before.</param>
    /// <param name="person">Name, address, and language of the mail.</param>
    /// <param name="themes">Codes, at least one.</param>
    /// <param name="known">Codes of the questionnaire's themes, in its order.</param>
    /// <param name="invitedBy">Name of the person who asks.</param>
    /// <param name="account">The account the colleague has already at this supplier: there is nothing left to accept.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken">Nothing can be answered now, no or an unknown theme is given, they stand there already, or there are too many.</exception>
    public Colleague InviteColleague(IReadOnlyCollection<Colleague> there, Invitee person, IReadOnlyCollection<string> themes, IReadOnlyList<string> known, string invitedBy, Guid? account, DateTime now)
    {
        RequireAnswering();
        if (there.Any(other => other.Email.Equals(person.Email, StringComparison.OrdinalIgnoreCase)))
            throw ColleagueRules.ThereAlready(person.Email);
        if (there.Count >= Colleague.MaxPerAssessment)
            throw ColleagueRules.TooMany();
        if (themes.Count == 0)
            throw ColleagueRules.NoTheme();
        var colleague = new Colleague
        {
            Id = ColleagueId.New(), AssessmentId = Id, SupplierId = SupplierId, Name = person.Name, Email = person.Email, Language = person.Language,
            Themes = Ordered(themes, known), InvitationKey = Guid.NewGuid(), InvitedBy = invitedBy, InvitedAt = now,
            AccountId = account, AcceptedAt = account is null ? null : now,
        };
        Raise(new ColleagueInvited(Id, colleague.Id, colleague.Email, colleague.Themes));
        return colleague;
    }

    /// <param name="colleague">Of this assessment.</param>
    /// <param name="themes">Codes; none takes all themes away.</param>
    /// <param name="known">Codes of the questionnaire's themes, in its order.</param>
    public void GiveThemes(Colleague colleague, IReadOnlyCollection<string> themes, IReadOnlyList<string> known)
    {
        RequireAnswering();
        var ordered = Ordered(themes, known);
        if (ordered.SequenceEqual(colleague.Themes))
            return;
        colleague.Themes = ordered;
        Raise(new ColleagueThemesChanged(Id, colleague.Id, ordered));
    }

    /// <summary>Sends the mail again; the link sent before stops working.</summary>
    /// <exception cref="RuleBroken">They have accepted already.</exception>
    public void InviteAgain(Colleague colleague, DateTime now)
    {
        RequireAnswering();
        RequireUnaccepted(colleague);
        (colleague.InvitationKey, colleague.InvitedAt) = (Guid.NewGuid(), now);
        Raise(new ColleagueInvitedAgain(Id, colleague.Id, colleague.Email));
    }

    /// <summary>Takes an invitation back that nobody has accepted; its link stops working.</summary>
    /// <exception cref="RuleBroken">They have accepted already.</exception>
    public void TakeBack(Colleague colleague)
    {
        RequireUnaccepted(colleague);
        Raise(new ColleagueTakenBack(Id, colleague.Id, colleague.Email));
    }

    /// <summary>The link was used to make an account, or by a person who has one.</summary>
    public void Accept(Colleague colleague, Guid key, Guid account, DateTime now)
    {
        RequireWorkingLink(colleague, key, now);
        (colleague.AccountId, colleague.AcceptedAt) = (account, now);
        Raise(new ColleagueAccepted(Id, colleague.Id, account));
    }

    /// <exception cref="RuleBroken">The link with this key can't be accepted any more, or not by this key.</exception>
    public void RequireWorkingLink(Colleague colleague, Guid key, DateTime now)
    {
        if (!State.TakesAnswers() || key != colleague.InvitationKey)
            throw ColleagueRules.LinkOutdated();
        if (colleague.AcceptedAt is not null)
            throw ColleagueRules.LinkUsed();
        if (DateOnly.FromDateTime(now) > colleague.LinkEndsOn)
            throw ColleagueRules.LinkExpired();
    }

    /// <summary>Puts a note beside a question, for colleagues only. The journal keeps that there is one, not its words.</summary>
    /// <param name="question">Name.</param>
    /// <param name="text">Trimmed; 1 to <see cref="AnswerNote.MaxLength"/> characters.</param>
    /// <param name="there">How many stand beside the question.</param>
    /// <param name="by">Account and name of who writes it.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken">Nothing can be answered now, the note is empty or too long, or there are too many.</exception>
    public AnswerNote AddNote(string question, string text, int there, (Guid Id, string Name) by, DateTime now)
    {
        RequireAnswering();
        if (text.Length == 0)
            throw NoteRules.Empty();
        if (text.Length > AnswerNote.MaxLength)
            throw NoteRules.TooLong(text.Length);
        if (there >= AnswerNote.MaxPerQuestion)
            throw NoteRules.TooMany();
        HasNotes = true;
        var note = new AnswerNote { Id = AnswerNoteId.New(), AssessmentId = Id, SupplierId = SupplierId, Question = question, Text = text, ById = by.Id, By = by.Name, At = now };
        Raise(new NoteAdded(Id, question, note.Id));
        return note;
    }

    /// <exception cref="RuleBroken">Somebody else has written it.</exception>
    public void DeleteNote(AnswerNote note, Guid account)
    {
        if (note.ById != account)
            throw NoteRules.NotYours(note.By);
        Raise(new NoteDeleted(Id, note.Question, note.Id));
    }

    private static IReadOnlyList<string> Ordered(IReadOnlyCollection<string> themes, IReadOnlyList<string> known)
    {
        if (themes.FirstOrDefault(code => !known.Contains(code)) is { } unknown)
            throw ColleagueRules.ThemeUnknown(unknown);
        return [.. known.Where(themes.Contains)];
    }

    private static void RequireUnaccepted(Colleague colleague)
    {
        if (colleague.AcceptedAt is not null)
            throw ColleagueRules.Accepted(colleague.Name);
    }
}
