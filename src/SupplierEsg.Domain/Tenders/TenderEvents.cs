using SupplierEsg.Domain.Journal;

namespace SupplierEsg.Domain.Tenders;

public sealed record TenderDrafted(TenderId Tender, string Title) : DomainEvent($"tender/{Tender}");

public sealed record TenderChanged(TenderId Tender) : DomainEvent($"tender/{Tender}");

public sealed record TenderDiscarded(TenderId Tender, string Title) : DomainEvent($"tender/{Tender}");

public sealed record TenderDocumentAdded(TenderId Tender, string FileName, string Sha256) : DomainEvent($"tender/{Tender}");

public sealed record TenderDocumentRemoved(TenderId Tender, string FileName) : DomainEvent($"tender/{Tender}");

public sealed record TenderPublished(TenderId Tender, DateTime ClosesAt, IReadOnlyList<SupplierId> Invited) : DomainEvent($"tender/{Tender}");

/// <param name="Number">Of the version that is in force from now on.</param>
public sealed record TenderAmended(TenderId Tender, int Number, DateTime ClosesAt, string Why) : DomainEvent($"tender/{Tender}")
{
    public override string Reason => Why;
}

/// <param name="Standing">The supplier's status, where it is one to think of.</param>
/// <param name="Now">The tender is published already, so the letter goes out at once.</param>
public sealed record SupplierInvitedToBid(TenderId Tender, SupplierId Supplier, string? Standing, bool Now) : DomainEvent($"tender/{Tender}");

public sealed record SupplierUninvited(TenderId Tender, SupplierId Supplier) : DomainEvent($"tender/{Tender}");

public sealed record TenderQuestionAsked(TenderQuestionId Question, TenderId Tender, SupplierId Supplier) : DomainEvent($"tender/{Tender}");

public sealed record TenderQuestionAnswered(TenderQuestionId Question, TenderId Tender) : DomainEvent($"tender/{Tender}");

public sealed record EvaluatorAppointed(TenderId Tender, Guid Evaluator, string EvaluatorName, bool IsChair) : DomainEvent($"tender/{Tender}");

public sealed record EvaluatorReleased(TenderId Tender, Guid Evaluator, string EvaluatorName) : DomainEvent($"tender/{Tender}");

public sealed record OpeningAgreed(TenderId Tender, Envelope Envelope) : DomainEvent($"tender/{Tender}");

/// <param name="OpenedBy">Names of the two people.</param>
/// <param name="Bids">How many were received in time.</param>
public sealed record BidsOpened(TenderId Tender, Envelope Envelope, IReadOnlyList<string> OpenedBy, int Bids) : DomainEvent($"tender/{Tender}");

/// <param name="Bids">Those that the evaluator has a conflict with; none is a declaration, too.</param>
public sealed record ConflictsDeclared(TenderId Tender, Guid Evaluator, IReadOnlyList<BidId> Bids) : DomainEvent($"tender/{Tender}");

public sealed record MarkingFinished(TenderId Tender, Guid Evaluator) : DomainEvent($"tender/{Tender}");

public sealed record MarkingReopened(TenderId Tender, Guid Evaluator, string Why) : DomainEvent($"tender/{Tender}")
{
    public override string Reason => Why;
}

public sealed record MarksCompleted(TenderId Tender) : DomainEvent($"tender/{Tender}");

public sealed record AwardProposed(TenderId Tender, BidId Bid, string Why) : DomainEvent($"tender/{Tender}")
{
    public override string Reason => Why;
}

public sealed record AwardProposalRefused(TenderId Tender, string Why) : DomainEvent($"tender/{Tender}")
{
    public override string Reason => Why;
}

/// <param name="StandstillUntil">UTC.</param>
public sealed record AwardApproved(TenderId Tender, BidId Bid, DateTime StandstillUntil) : DomainEvent($"tender/{Tender}");

public sealed record ComplaintFiled(ComplaintId Complaint, TenderId Tender, SupplierId Supplier) : DomainEvent($"tender/{Tender}");

public sealed record ComplaintAnswered(ComplaintId Complaint, TenderId Tender, bool Upheld) : DomainEvent($"tender/{Tender}");

public sealed record AwardTakenBack(TenderId Tender, string Why) : DomainEvent($"tender/{Tender}")
{
    public override string Reason => Why;
}

public sealed record TenderAwarded(TenderId Tender, BidId Bid, SupplierId Supplier) : DomainEvent($"tender/{Tender}");

public sealed record ContractRecorded(TenderId Tender, string ContractNumber) : DomainEvent($"tender/{Tender}");

public sealed record TenderEnded(TenderId Tender, string Why) : DomainEvent($"tender/{Tender}")
{
    public override string Reason => Why;
}

public sealed record BidBegun(BidId Bid, TenderId Tender, SupplierId Supplier) : DomainEvent($"bid/{Bid}");

/// <param name="Email">To whom the receipt goes, in <paramref name="Language"/>.</param>
public sealed record BidSubmitted(BidId Bid, TenderId Tender, SupplierId Supplier, string Receipt, string ContentHash, string DeclaredBy, string Email, string Language)
    : DomainEvent($"bid/{Bid}");

public sealed record BidArrivedLate(BidId Bid, TenderId Tender, DateTime ArrivedAt) : DomainEvent($"bid/{Bid}");

public sealed record BidWithdrawn(BidId Bid, TenderId Tender) : DomainEvent($"bid/{Bid}");

public sealed record BidExcluded(BidId Bid, TenderId Tender, string Ground, string Why) : DomainEvent($"bid/{Bid}")
{
    public override string Reason => Why;
}

public sealed record BidExclusionTakenBack(BidId Bid, TenderId Tender, string Why) : DomainEvent($"bid/{Bid}")
{
    public override string Reason => Why;
}

public sealed record PriceExplanationAsked(BidId Bid, TenderId Tender, DateTime AnswerBy) : DomainEvent($"bid/{Bid}");

public sealed record PriceExplained(BidId Bid, TenderId Tender) : DomainEvent($"bid/{Bid}");

public sealed record PriceExplanationDecided(BidId Bid, TenderId Tender, bool Accepted, string Why) : DomainEvent($"bid/{Bid}")
{
    public override string Reason => Why;
}

public sealed record ComplianceDecided(BidId Bid, TenderId Tender, bool Complies, string Why) : DomainEvent($"bid/{Bid}")
{
    public override string Reason => Why;
}

public sealed record BidMarked(BidId Bid, TenderId Tender, Guid Evaluator, string Criterion) : DomainEvent($"bid/{Bid}");

public sealed record MarkModerated(BidId Bid, TenderId Tender, string Criterion) : DomainEvent($"bid/{Bid}");
