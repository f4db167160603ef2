namespace SupplierEsg.Domain.Assessments;

// What the buyer's reviewers do with a submitted assessment.
public sealed partial class Assessment
{
    /// <summary>Gives the review to somebody, who need not have begun.</summary>
    public void AssignReviewer(Guid reviewer)
    {
        if (!State.IsUnderReview() && State != AssessmentState.Clarification)
            throw AssessmentRules.NotUnderReview(State);
        if (ReviewerId == reviewer)
            return;
        ReviewerId = reviewer;
        Raise(new ReviewerAssigned(Id, reviewer));
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

    /// <summary>Opens listed questions to the supplier again; all others stay frozen.</summary>
    /// <param name="questions">Names, at least one.</param>
    /// <param name="answerBy">The last day on which the supplier is asked to answer.</param>
    /// <param name="content">What the present submission's hash is the hash of: the answers change from here on, its receipt stands.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken">It isn't in review, no question is listed, or the day isn't in the future.</exception>
    public void SendBack(IReadOnlyCollection<string> questions, DateOnly answerBy, string content, DateTime now)
    {
        if (State != AssessmentState.InReview)
            throw AssessmentRules.NotUnderReview(State);
        if (questions.Count == 0)
            throw AssessmentRules.NothingToSendBack();
        RequireFuture(answerBy, now);
        Become(AssessmentState.Clarification);
        var (at, receipt, hash, by) = Submission!;
        earlierSubmissions.Add(new(Round, at, receipt, hash, by, content));
        (Reopened, ClarifyBy, FirstSignature) = ([.. questions.Order(StringComparer.Ordinal)], answerBy, null);
        Raise(new AssessmentSentBack(Id, SupplierId, Reopened, answerBy, Invitee.Email, Invitee.Language));
    }

    /// <summary>
    /// A reviewer puts their name under the review. With one reviewer, or as the second, this finalises it; the final
    /// scorecard is made in the same transaction. What has to be decided before is checked against the review.
    /// </summary>
    /// <param name="signature">Of the reviewer.</param>
    /// <param name="needsSecond">The questionnaire asks for two.</param>
    /// <param name="validMonths">Months for which the scorecard counts.</param>
    /// <returns>Whether it is finalised now.</returns>
    /// <exception cref="RuleBroken">It isn't in review, or both signatures would be of one person.</exception>
    public bool Sign(ReviewSignature signature, bool needsSecond, int validMonths)
    {
        if (State != AssessmentState.InReview)
            throw AssessmentRules.NotUnderReview(State);
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
