using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Domain.Tenders;

/// <summary>
/// A purchase for which suppliers bid: drafted, published with its rules, closed by the clock, opened by two people, marked
/// by a panel, awarded. The bids are aggregates of their own (<see cref="TenderBid"/>).
/// </summary>
public sealed partial class Tender : Aggregate
{
    public const int MostDocuments = 30;
    public const int MostInvited = 500;
    public const int MaxReasonLength = 2000;

    private Tender()
    {
    }

    public TenderId Id { get; private set; }

    public TenderState State { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>UTC; of the edition in force.</summary>
    public DateTime ClosesAt { get; private set; }

    public bool OpenToAll { get; private set; }

    public TenderFacts Facts { get; private set; } = null!;

    /// <summary>Null while nobody has written any.</summary>
    public TenderRules? Rules { get; private set; }

    public DateTime DraftedAt { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>The key its bids are sealed with, itself sealed; made when it is published.</summary>
    public string? SealedKey { get; private set; }

    public IReadOnlyList<TenderDocument> Documents { get; private set; } = [];

    /// <summary>Number of the edition in force; 0 in a draft.</summary>
    public int Edition { get; private set; }

    public static Tender Draft(TenderFacts facts, DateTime now)
    {
        facts.Guard();
        var tender = new Tender { Id = TenderId.New(), DraftedAt = now };
        tender.Take(facts);
        tender.Raise(new TenderDrafted(tender.Id, facts.Title));
        return tender;
    }

    public bool TakesBids(DateTime now) => State == TenderState.Published && now <= ClosesAt;

    public bool IsClosed(DateTime now) => State != TenderState.Draft && (State != TenderState.Published || now > ClosesAt);

    public void Change(TenderFacts facts)
    {
        RequireDraft();
        facts.Guard();
        Take(facts);
        Raise(new TenderChanged(Id));
    }

    public void ChangeRules(TenderRules rules)
    {
        RequireDraft();
        Rules = rules;
        Raise(new TenderChanged(Id));
    }

    public void Discard()
    {
        RequireDraft();
        Raise(new TenderDiscarded(Id, Title));
    }

    public void AddDocument(TenderDocument document)
    {
        RequireBeforeClosing(document.AddedAt);
        if (Documents.Count >= MostDocuments)
            throw TenderRefusals.TooManyDocuments(MostDocuments);
        Documents = [.. Documents, document];
        Raise(new TenderDocumentAdded(Id, document.FileName, document.Sha256));
    }

    /// <summary>What was published stays: bidders have read it.</summary>
    public void RemoveDocument(TenderFileId file)
    {
        RequireDraft();
        if (Documents.FirstOrDefault(d => d.File == file) is not { } document)
            return;
        Documents = [.. Documents.Where(d => d != document)];
        Raise(new TenderDocumentRemoved(Id, document.FileName));
    }

    /// <summary>In a draft the invitation goes out with the publication, afterwards at once.</summary>
    /// <param name="invited">Who is invited already.</param>
    /// <exception cref="RuleBroken">The supplier is blocked, unreachable or invited already.</exception>
    public TenderInvitation Invite(Supplier supplier, IReadOnlyCollection<SupplierId> invited, DateTime now)
    {
        RequireBeforeClosing(now);
        var standing = Standing.Of(supplier);
        if (standing.Blocks)
            throw TenderRefusals.SupplierBlocked(supplier.LegalName, standing.Reason ?? "");
        if (invited.Contains(supplier.Id))
            throw TenderRefusals.AlreadyInvited(supplier.LegalName);
        if (invited.Count >= MostInvited)
            throw TenderRefusals.TooManyInvited(MostInvited);
        if (!supplier.Contacts.Any(contact => !string.IsNullOrWhiteSpace(contact.Email)))
            throw TenderRefusals.NoContact(supplier.LegalName);
        Raise(new SupplierInvitedToBid(Id, supplier.Id, standing.Warns ? standing.Status.ToString() : null, State != TenderState.Draft));
        return new() { TenderId = Id, SupplierId = supplier.Id, At = now };
    }

    /// <summary>Only from a draft: who has been told of a tender may bid.</summary>
    public void Uninvite(SupplierId supplier)
    {
        RequireDraft();
        Raise(new SupplierUninvited(Id, supplier));
    }

    /// <param name="sealedKey">The tender's own key, sealed.</param>
    /// <param name="by">Who publishes it.</param>
    /// <param name="invited">Whom the letters go to.</param>
    /// <exception cref="RulesBroken">Something is missing; all of it is told.</exception>
    public TenderEdition Publish(string sealedKey, IReadOnlyList<SupplierId> invited, Signature by)
    {
        RequireDraft();
        var missing = new List<RuleBroken>();
        if (Rules is null)
            missing.Add(TenderRefusals.NoRules());
        else if (Rules.CountsEsg && Rules.Questionnaire is null)
            missing.Add(TenderRefusals.NoQuestionnaire());
        if (!OpenToAll && invited.Count == 0)
            missing.Add(TenderRefusals.NobodyInvited());
        if (TenderRefusals.ClosingTime(ClosesAt, by.At) is { } closing)
            missing.Add(closing);
        if (missing.Count > 0)
            throw new RulesBroken(missing);
        State = TenderState.Published;
        PublishedAt = by.At;
        SealedKey = sealedKey;
        Raise(new TenderPublished(Id, ClosesAt, invited));
        return NextEdition(by, null);
    }

    /// <summary>A new edition, which every bidder is told of. Once a bid has arrived its rules can't change any more.</summary>
    /// <param name="hasBids">Whether one was submitted, be it withdrawn since.</param>
    public TenderEdition Amend(TenderFacts facts, TenderRules rules, string? reason, bool hasBids, Signature by)
    {
        RequireBeforeClosing(by.At);
        if (State == TenderState.Draft)
            throw TenderRefusals.NotPublished();
        facts.Guard();
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > MaxReasonLength)
            throw TenderRefusals.ReasonMissing();
        if (rules.CountsEsg && rules.Questionnaire is null)
            throw TenderRefusals.NoQuestionnaire();
        if (hasBids && !SameRules(rules))
            throw TenderRefusals.RulesFixed();
        if (hasBids && (facts.Currency != Facts.Currency || !facts.Items.SequenceEqual(Facts.Items)))
            throw TenderRefusals.ItemsFixed();
        if (TenderRefusals.ClosingTime(facts.ClosesAt, by.At) is { } closing)
            throw closing;
        if (facts.ClosesAt < ClosesAt)
            throw TenderRefusals.ClosingEarlier();
        Take(facts);
        Rules = rules;
        var edition = NextEdition(by, reason.Trim());
        Raise(new TenderAmended(Id, Edition, ClosesAt, reason.Trim()));
        return edition;
    }

    private bool SameRules(TenderRules rules) => TenderJson.Write(rules) == TenderJson.Write(Rules!);

    private TenderEdition NextEdition(Signature by, string? reason) =>
        new() { TenderId = Id, Number = ++Edition, At = by.At, By = by.Name, Reason = reason, Facts = TenderJson.Write(Facts), Rules = TenderJson.Write(Rules!) };

    private void Take(TenderFacts facts) => (Facts, Title, ClosesAt, OpenToAll) = (facts, facts.Title, facts.ClosesAt, facts.OpenToAll);

    private void RequireDraft()
    {
        if (State != TenderState.Draft)
            throw TenderRefusals.NotDraft();
    }

    private void RequireBeforeClosing(DateTime now)
    {
        if (State != TenderState.Draft && !TakesBids(now))
            throw TenderRefusals.Closed();
    }

    private void Require(params TenderState[] states)
    {
        if (!states.Contains(State))
            throw TenderRefusals.NotNow(State);
    }
}

/// <summary>Who did something, and when (UTC).</summary>
public sealed record Signature(Guid AccountId, string Name, DateTime At);

/// <summary>A supplier that may bid where a tender isn't open to all.</summary>
public sealed class TenderInvitation
{
    public required TenderId TenderId { get; init; }

    public required SupplierId SupplierId { get; init; }

    public required DateTime At { get; init; }
}

/// <param name="Sha256">Of its content, in hexadecimal.</param>
public sealed record TenderDocument(TenderFileId File, string FileName, string ContentType, long Size, string Sha256, DateTime AddedAt);

/// <summary>What was published, whole: the first is the publication, the others are amendments. Never changed.</summary>
public sealed class TenderEdition
{
    public required TenderId TenderId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required DateTime At { get; init; }

    public required string By { get; init; }

    /// <summary>Why it was amended; null for the publication.</summary>
    public string? Reason { get; init; }

    /// <summary>As <see cref="TenderJson"/> writes them.</summary>
    public required string Facts { get; init; }

    public required string Rules { get; init; }
}
