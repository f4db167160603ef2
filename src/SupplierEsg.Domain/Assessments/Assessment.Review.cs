using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Assessments;

// What the buyer's reviewers do with a submitted assessment.
public sealed partial class Assessment
{
    /// <summary>Gives the review to somebody, who need not have begun.</summary>
    public void AssignReviewer(Guid reviewer, string name)
    {
        if (!State.IsUnderReview() && State != AssessmentState.Clarification)
            throw AssessmentRules.NotUnderReview(State);
        if (ReviewerId == reviewer)
            return;
        ReviewerId = reviewer;
        Raise(new ReviewerAssigned(Id, reviewer, name));
    }

    /// <summary>A reviewer begins, and has the review from then on where nobody had it; called again it changes nothing.</summary>
    public void BeginReview(Guid reviewer)
    {
        if (State == AssessmentState.InReview)
            return;
        if (State != AssessmentState.Submitted)
            throw AssessmentRules.NotUnderReview(State);
        ReviewerId ??= reviewer;
        Become(AssessmentState.InReview);
        Raise(new ReviewBegun(Id, reviewer));
    }

    /// <summary>Accepts a document or not, or takes that back.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Decide(AnswerEvidence link, EvidenceDocument document, DocumentVerdict verdict, ReviewerAct act)
    {
        RequireInReview();
        if (!link.Decide(verdict, act))
            return false;
        Changed(link.State switch
        {
            EvidenceState.Accepted => new DocumentAccepted(Id, link.Question, document.Id, document.FileName, link.Words),
            EvidenceState.Rejected => new DocumentRejected(Id, link.Question, document.Id, document.FileName, link.Reason!.Value, link.Words),
            _ => new DocumentDecisionTakenBack(Id, link.Question, document.Id, document.FileName),
        });
        return true;
    }

    /// <summary>Judges a question besides its documents: "not applicable", a declaration gap, going back to the supplier.</summary>
    /// <param name="answer">Null where the question was never answered.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="RuleBroken">Somebody judged or answered it since it was looked at, or the judgement isn't whole.</exception>
    public bool Judge(QuestionReview review, Answer? answer, QuestionVerdict verdict, ReviewerAct act)
    {
        RequireInReview();
        var revision = answer?.Revision ?? 0;
        if (verdict.AnswerRevision is { } known && known != revision)
            throw ReviewRules.AnsweredMeanwhile();
        if (review.TouchedAt != act.Seen)
            throw ReviewRules.DecidedMeanwhile(review.By);
        if (verdict.Na is not null && answer is not { NotApplicable: true })
            throw ReviewRules.NotSaid(review.Question);
        var happened = review.Judge(Id, verdict, revision).ToList();
        if (happened.Count == 0)
            return false;
        (review.By, review.At) = (act.Name, act.At);
        happened.ForEach(Changed);
        return true;
    }

    // Whoever signed first signed another review than this.
    private void Changed(AssessmentEvent happened)
    {
        FirstSignature = null;
        Raise(happened);
    }

    private void RequireInReview()
    {
        if (State != AssessmentState.InReview)
            throw AssessmentRules.NotUnderReview(State);
    }

    /// <summary>Opens listed questions to the supplier again; all others stay frozen.</summary>
    /// <param name="marked">Reviews of the questions that go back, at least one.</param>
    /// <param name="followUps">Hidden questions that another answer to these may bring up: they take answers too.</param>
    /// <param name="answerBy">The last day on which the supplier is asked to answer.</param>
    /// <param name="content">What the present submission's hash is the hash of: the answers change from here on, its receipt stands.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken">It isn't in review, no question is listed, or the day isn't in the future.</exception>
    public void SendBack(IReadOnlyCollection<QuestionReview> marked, IEnumerable<string> followUps, DateOnly answerBy, string content, DateTime now)
    {
        RequireInReview();
        if (marked.Count == 0)
            throw AssessmentRules.NothingToSendBack();
        if (answerBy <= DateOnly.FromDateTime(now) || answerBy > DateOnly.FromDateTime(now).AddYears(AssessmentRules.MaxYearsAhead))
            throw AssessmentRules.AnswerByOutOfRange(answerBy);
        Become(AssessmentState.Clarification);
        var (at, receipt, hash, by) = Submission!;
        // Kept already where a clarification before was taken back unanswered.
        if (earlierSubmissions.All(earlier => earlier.Receipt != receipt))
            earlierSubmissions.Add(new(Round, at, receipt, hash, by, content));
        foreach (var review in marked)
            review.Sent();
        var questions = marked.Select(review => review.Question).Order(StringComparer.Ordinal).ToList();
        (Reopened, ClarifyBy, FirstSignature) = ([.. questions.Union(followUps).Order(StringComparer.Ordinal)], answerBy, null);
        Raise(new AssessmentSentBack(Id, SupplierId, questions, answerBy, Invitee.Email, Invitee.Language));
    }

    /// <summary>
    /// Goes on without waiting for the supplier. What it has saved so far stands; a new round begins, so that no answer
    /// still on its way lands later.
    /// </summary>
    public void TakeBackClarification(Guid reviewer)
    {
        if (State != AssessmentState.Clarification)
            throw AssessmentRules.NotUnderReview(State);
        Become(AssessmentState.InReview);
        Round++;
        (Reopened, ClarifyBy) = ([], null);
        Raise(new ClarificationTakenBack(Id, reviewer));
    }

    /// <summary>
    /// A reviewer puts their name under the review. With one reviewer, or as the second, this finalises it; the final
    /// scorecard is made in the same transaction.
    /// </summary>
    /// <param name="signature">Of the reviewer.</param>
    /// <param name="progress">Of the review: everything has to be decided, and nothing marked to go back.</param>
    /// <param name="needsSecond">The questionnaire asks for two.</param>
    /// <param name="validMonths">Months for which the scorecard counts.</param>
    /// <returns>Whether it is finalised now.</returns>
    /// <exception cref="RuleBroken">It isn't in review, isn't decided in full, or both signatures would be of one person.</exception>
    public bool Sign(ReviewSignature signature, ReviewProgress progress, bool needsSecond, int validMonths)
    {
        RequireInReview();
        if (progress.Left > 0)
            throw ReviewRules.Undecided(progress.Left);
        if (progress.ToSendBack > 0)
            throw ReviewRules.MarkedToGoBack(progress.ToSendBack);
        if (FirstSignature?.AccountId == signature.AccountId)
            throw AssessmentRules.SecondReviewerNeeded();
        if (needsSecond && FirstSignature is null)
        {
            FirstSignature = signature;
            Raise(new ReviewSigned(Id, signature.AccountId));
            return false;
        }
        Finalise(signature, DateOnly.FromDateTime(signature.At).AddMonths(validMonths));
        return true;
    }

    private void Finalise(ReviewSignature signature, DateOnly validUntil)
    {
        Become(AssessmentState.Finalised);
        OpenFor = null;
        (Finalised, ValidUntil) = (signature, validUntil);
        Raise(new AssessmentFinalised(Id, SupplierId, validUntil, Invitee.Email, Invitee.Language));
    }
}
