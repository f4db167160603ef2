namespace SupplierEsg.Domain.Assessments;

// How an assessment follows another, serves another, and comes to its end.
public sealed partial class Assessment
{
    /// <summary>Days before the last day on which the approaching end is told, the earliest first.</summary>
    public static readonly IReadOnlyList<int> RemindersBefore = [90, 30, 7];

    /// <summary>Begins with the answers of the supplier's last assessment.</summary>
    /// <param name="past">The one whose answers are taken over.</param>
    /// <param name="answers">How many are.</param>
    /// <param name="toLookAt">How many of them have to be looked at.</param>
    /// <exception cref="RuleBroken">It was submitted or is over, or the other has no answers of this supplier's on record.</exception>
    public void CarryOver(Assessment past, int answers, int toLookAt)
    {
        RequireOpen();
        if (past.SupplierId != SupplierId || past.Id == Id || !past.State.IsAnswered())
            throw AssessmentRules.NothingToCarryOver();
        CarriedFrom = past.Id;
        Raise(new AnswersCarriedOver(Id, past.Id, answers, toLookAt));
    }

    /// <summary>Starts empty after all: what was taken over is put aside, answers given since then stay.</summary>
    public void DropCarriedOver()
    {
        RequireOpen();
        if (CarriedFrom is not { } past)
            return;
        CarriedFrom = null;
        Raise(new CarriedOverDropped(Id, past));
    }

    /// <summary>Somebody of the supplier looked at answers that were taken over, and they still hold.</summary>
    public void ConfirmCarriedOver(IReadOnlyList<string> questions, DateTime now)
    {
        RequireOpen();
        Begin(now);
        Raise(new CarriedOverConfirmed(Id, questions));
    }

    /// <summary>
    /// Answers, documents and review of another assessment of the same version serve this invitation too; it is finalised
    /// at once and counts exactly as long as the other.
    /// </summary>
    /// <param name="source">The finalised assessment.</param>
    /// <param name="consent">Receipt of this one; the declaring name is that of the person who consents.</param>
    /// <param name="email">To whom the receipt is mailed.</param>
    /// <param name="language">Of the mail.</param>
    /// <exception cref="RuleBroken">It was submitted or is over, or the other can't serve: it isn't finalised, no longer counts, or is of another version or supplier.</exception>
    public void ServeBy(Assessment source, Submission consent, string email, string language)
    {
        RequireOpen();
        RequireServing(source, DateOnly.FromDateTime(consent.At));
        Become(AssessmentState.Finalised);
        OpenFor = null;
        OpenedAt ??= consent.At;
        Round++;
        (Submission, Finalised, ValidUntil, ServedBy, CarriedFrom) = (consent, source.Finalised! with { }, source.ValidUntil, source.Id, null);
        Raise(new AssessmentServed(Id, SupplierId, source.Id, consent.Receipt, consent.ContentHash, consent.DeclaredBy, source.ValidUntil!.Value, email, language));
    }

    /// <exception cref="RuleBroken">The other can't serve this one.</exception>
    public void RequireServing(Assessment source, DateOnly today)
    {
        if (source.SupplierId != SupplierId || source.QuestionnaireVersionId != QuestionnaireVersionId || source.State != AssessmentState.Finalised || today > source.ValidUntil)
            throw AssessmentRules.CantServe();
    }

    /// <summary>Its last day comes near: told once for each of <see cref="RemindersBefore"/>.</summary>
    /// <returns>Whether there was something to tell.</returns>
    public bool RemindOfExpiry(DateOnly today)
    {
        if (State != AssessmentState.Finalised || ValidUntil is not { } last || today > last)
            return false;
        var left = last.DayNumber - today.DayNumber;
        if (RemindersBefore.Where(days => left <= days).Cast<int?>().Min() is not { } nearest || nearest >= (RemindedBefore ?? int.MaxValue))
            return false;
        RemindedBefore = nearest;
        Raise(new ExpiryDrawsNear(Id, SupplierId, last));
        return true;
    }

    /// <summary>Its last day has passed.</summary>
    /// <exception cref="RuleBroken">It isn't finalised, or still counts today.</exception>
    public void Expire(DateOnly today)
    {
        if (ValidUntil is not { } last || today <= last)
            throw AssessmentRules.NotPossible(State, AssessmentState.Expired);
        Become(AssessmentState.Expired);
        Raise(new AssessmentExpired(Id, SupplierId, last));
    }

    /// <summary>A newer assessment of the same supplier and questionnaire was finalised.</summary>
    /// <exception cref="RuleBroken">It has no scorecard that counts or counted, or the other isn't finalised, or another supplier's.</exception>
    public void Supersede(Assessment newer)
    {
        if (newer.Id == Id || newer.SupplierId != SupplierId || newer.State != AssessmentState.Finalised)
            throw AssessmentRules.NotPossible(State, AssessmentState.Superseded);
        Become(AssessmentState.Superseded);
        SupersededBy = newer.Id;
        Raise(new AssessmentSuperseded(Id, newer.Id));
    }
}
