namespace SupplierEsg.Domain.Tenders;

// From the figures to the contract.
public sealed partial class Tender
{
    public const int MaxClausesLength = 10_000;

    public AwardProposal? Proposal { get; private set; }

    /// <summary>The second person's; null until then.</summary>
    public Signature? Approval { get; private set; }

    /// <summary>UTC; the award can't be made before.</summary>
    public DateTime? StandstillUntil { get; private set; }

    public DateTime? AwardedAt { get; private set; }

    public Contract? Contract { get; private set; }

    /// <summary>Why it ended without an award.</summary>
    public string? EndedBecause { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <exception cref="RuleBroken">Nothing can be decided about bids now: they are sealed, or a decision is on its way.</exception>
    public void RequireEvaluating() => Require(TenderState.Opened, TenderState.Marked);

    /// <param name="bid">To whom.</param>
    /// <param name="obstacles">What stands against it, told by whoever knows the figures; none where nothing does.</param>
    public void Propose(BidId bid, string? reason, Signature by, IReadOnlyList<RuleBroken> obstacles)
    {
        Require(TenderState.Marked);
        if (!ArePricesOpen)
            throw TenderRefusals.PricesSealed();
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > MaxReasonLength)
            throw TenderRefusals.ReasonMissing();
        if (obstacles.Count > 0)
            throw new RulesBroken(obstacles);
        State = TenderState.Proposed;
        Proposal = new(bid, reason.Trim(), by.AccountId, by.Name, by.At);
        Raise(new AwardProposed(Id, bid, reason.Trim()));
    }

    /// <summary>The bidders are told by letter, and the standstill begins.</summary>
    public void Approve(Signature by)
    {
        Require(TenderState.Proposed);
        if (by.AccountId == Proposal!.AccountId)
            throw TenderRefusals.OwnProposal();
        State = TenderState.Standstill;
        Approval = by;
        StandstillUntil = by.At.AddDays(Rules!.StandstillDays);
        Raise(new AwardApproved(Id, Proposal.BidId, StandstillUntil.Value));
    }

    /// <summary>The second person doesn't agree, or the figures have to be looked at again.</summary>
    public void RefuseProposal(string? reason)
    {
        Require(TenderState.Proposed);
        Raise(new AwardProposalRefused(Id, Given(reason)));
        BackToMarked();
    }

    /// <summary>A complaint was upheld, or something new is known.</summary>
    public void TakeBackAward(string? reason)
    {
        Require(TenderState.Standstill);
        Raise(new AwardTakenBack(Id, Given(reason)));
        BackToMarked();
    }

    public void Award(SupplierId supplier, int openComplaints, DateTime now)
    {
        Require(TenderState.Standstill);
        if (now < StandstillUntil)
            throw TenderRefusals.Standstill();
        if (openComplaints > 0)
            throw TenderRefusals.OpenComplaints(openComplaints);
        State = TenderState.Awarded;
        AwardedAt = now;
        Raise(new TenderAwarded(Id, Proposal!.BidId, supplier));
    }

    public void Record(Contract contract)
    {
        Require(TenderState.Awarded);
        if (string.IsNullOrWhiteSpace(contract.Number) || string.IsNullOrWhiteSpace(contract.EsgClauses) || contract.EsgClauses.Length > MaxClausesLength)
            throw TenderRefusals.ContractMissing();
        Contract = contract;
        Raise(new ContractRecorded(Id, contract.Number));
    }

    public void End(string? reason, DateTime now)
    {
        if (State is TenderState.Draft or TenderState.Awarded or TenderState.Ended)
            throw TenderRefusals.NotNow(State);
        EndedBecause = Given(reason);
        (State, EndedAt) = (TenderState.Ended, now);
        Raise(new TenderEnded(Id, EndedBecause));
    }

    private void BackToMarked() => (State, Proposal, Approval, StandstillUntil) = (TenderState.Marked, null, null, null);

    private static string Given(string? reason) => string.IsNullOrWhiteSpace(reason) || reason.Length > MaxReasonLength ? throw TenderRefusals.ReasonMissing() : reason.Trim();
}

public sealed record AwardProposal(BidId BidId, string Reason, Guid AccountId, string Name, DateTime At);

/// <param name="Number">The buyer's own.</param>
/// <param name="SignedOn">Null while it isn't.</param>
/// <param name="EsgClauses">Clauses and targets that the bid promised.</param>
public sealed record Contract(string Number, DateOnly? SignedOn, string EsgClauses, DateTime RecordedAt, string RecordedBy);
