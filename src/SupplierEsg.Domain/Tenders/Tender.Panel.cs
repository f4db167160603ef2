namespace SupplierEsg.Domain.Tenders;

// Who marks, what each of them must not see, and when the marks are complete.
public sealed partial class Tender
{
    public const int MostEvaluators = 15;

    public IReadOnlyList<Evaluator> Panel { get; private set; } = [];

    public IReadOnlyList<DeclaredConflict> Conflicts { get; private set; } = [];

    public Evaluator? EvaluatorOf(Guid? account) => Panel.FirstOrDefault(evaluator => evaluator.AccountId == account);

    public bool HasConflict(Guid account, BidId bid) => Conflicts.Any(conflict => conflict.AccountId == account && conflict.BidId == bid);

    /// <summary>Evaluators who mark this bid.</summary>
    public IEnumerable<Evaluator> MarkersOf(BidId bid) => Panel.Where(evaluator => !HasConflict(evaluator.AccountId, bid));

    /// <param name="isBiddersContact">The account's address is that of a contact of somebody invited or bidding.</param>
    public void Appoint(Guid account, string name, bool isChair, bool isBiddersContact)
    {
        Require(TenderState.Draft, TenderState.Published, TenderState.Opened);
        if (isBiddersContact)
            throw TenderRefusals.EvaluatorIsContact(name);
        if (EvaluatorOf(account) is not null)
            throw TenderRefusals.EvaluatorTwice(name);
        if (Panel.Count >= MostEvaluators)
            throw TenderRefusals.TooManyEvaluators(MostEvaluators);
        if (isChair && Panel.Any(evaluator => evaluator.IsChair))
            throw TenderRefusals.ChairTwice();
        Panel = [.. Panel, new(account, name, isChair)];
        Raise(new EvaluatorAppointed(Id, account, name, isChair));
    }

    /// <summary>Only who hasn't begun: marks that were given stay on record.</summary>
    public void Release(Guid account)
    {
        Require(TenderState.Draft, TenderState.Published, TenderState.Opened);
        if (EvaluatorOf(account) is not { } evaluator)
            return;
        if (evaluator.DeclaredAt is not null)
            throw TenderRefusals.EvaluatorBegan(evaluator.Name);
        Panel = [.. Panel.Where(other => other != evaluator)];
        Raise(new EvaluatorReleased(Id, account, evaluator.Name));
    }

    /// <summary>Before any offer is seen, and once: whose bids this evaluator must not see. None is a declaration, too.</summary>
    /// <param name="contactOf">Bids of whose suppliers the evaluator is a contact; these count whatever is declared.</param>
    public void DeclareConflicts(Guid account, IReadOnlyDictionary<BidId, string> declared, IReadOnlyCollection<BidId> contactOf, IReadOnlyCollection<BidId> opened, DateTime now)
    {
        Require(TenderState.Opened);
        var evaluator = Needed(account);
        if (evaluator.DeclaredAt is not null)
            throw TenderRefusals.AlreadyDeclared();
        var mine = declared.Keys.Union(contactOf).Intersect(opened).OrderBy(bid => bid.Value).ToList();
        Conflicts = [.. Conflicts, .. mine.Select(bid => new DeclaredConflict(account, bid, declared.GetValueOrDefault(bid) ?? ""))];
        Replace(evaluator, evaluator with { DeclaredAt = now });
        Raise(new ConflictsDeclared(Id, account, mine));
    }

    /// <exception cref="RuleBroken">This person may not see what is in the bid.</exception>
    public void RequireMarking(Guid account, BidId bid)
    {
        Require(TenderState.Opened);
        var evaluator = Needed(account);
        if (evaluator.DeclaredAt is null)
            throw TenderRefusals.ConflictsFirst();
        if (HasConflict(account, bid))
            throw TenderRefusals.Conflict();
        if (evaluator.FinishedAt is not null)
            throw TenderRefusals.MarkingFinished();
    }

    /// <param name="missing">How many of the evaluator's marks are missing.</param>
    public void FinishMarking(Guid account, int missing, DateTime now)
    {
        Require(TenderState.Opened);
        var evaluator = Needed(account);
        if (evaluator.DeclaredAt is null)
            throw TenderRefusals.ConflictsFirst();
        if (missing > 0)
            throw TenderRefusals.MarksMissing(missing);
        if (evaluator.FinishedAt is not null)
            return;
        Replace(evaluator, evaluator with { FinishedAt = now });
        Raise(new MarkingFinished(Id, account));
    }

    /// <summary>Marks are shown to the others once all have finished: until then each is blind to theirs.</summary>
    public bool HaveAllFinished => Panel.Count > 0 && Panel.All(evaluator => evaluator.FinishedAt is not null);

    /// <summary>A mistake was seen after marking was finished, but before anybody saw the others' marks.</summary>
    public void ReopenMarking(Guid account, string? reason)
    {
        Require(TenderState.Opened);
        var evaluator = Needed(account);
        if (HaveAllFinished)
            throw TenderRefusals.MarksSeen();
        if (string.IsNullOrWhiteSpace(reason))
            throw TenderRefusals.ReasonMissing();
        Replace(evaluator, evaluator with { FinishedAt = null });
        Raise(new MarkingReopened(Id, account, reason.Trim()));
    }

    /// <exception cref="RuleBroken">Only the chair moderates, and only when all have finished.</exception>
    public void RequireModerating(Guid account)
    {
        Require(TenderState.Opened);
        if (!Needed(account).IsChair)
            throw TenderRefusals.NotChair();
        if (!HaveAllFinished)
            throw TenderRefusals.NotAllFinished();
    }

    /// <param name="unmoderated">Marks that still have to be moderated, where the rules ask for it.</param>
    /// <param name="unmarked">Bids that nobody could mark.</param>
    public void CompleteMarks(int unmoderated, int unmarked, DateTime now)
    {
        Require(TenderState.Opened);
        if (!HaveAllFinished)
            throw TenderRefusals.NotAllFinished();
        if (unmarked > 0)
            throw TenderRefusals.NobodyMarks(unmarked);
        if (Rules!.Moderated && unmoderated > 0)
            throw TenderRefusals.Unmoderated(unmoderated);
        State = TenderState.Marked;
        if (!Rules.TwoEnvelopes)
            PricesOpenedAt = now;
        Raise(new MarksCompleted(Id));
    }

    private Evaluator Needed(Guid account) => EvaluatorOf(account) ?? throw TenderRefusals.NotOnPanel();

    private void Replace(Evaluator old, Evaluator by) => Panel = [.. Panel.Select(evaluator => evaluator == old ? by : evaluator)];
}

/// <summary>A member of a tender's panel.</summary>
/// <param name="IsChair">Moderates the marks; at most one of a panel.</param>
/// <param name="DeclaredAt">When the conflicts were declared; null until then.</param>
public sealed record Evaluator(Guid AccountId, string Name, bool IsChair, DateTime? DeclaredAt = null, DateTime? FinishedAt = null);

/// <param name="Words">What the conflict is; empty where it follows from the register.</param>
public sealed record DeclaredConflict(Guid AccountId, BidId BidId, string Words);
