namespace SupplierEsg.Domain.Tenders;

// What the buyer decides about a bid after the opening, each with its reason.
public sealed partial class TenderBid
{
    public const int MaxWordsLength = 4000;

    /// <summary>The ground of an exclusion that follows from a price nobody could explain.</summary>
    public const string AbnormallyLow = "AbnormallyLow";

    /// <summary>Why it is excluded; null while it isn't.</summary>
    public BidExclusion? Exclusion { get; private set; }

    /// <summary>About a price that looks abnormally low.</summary>
    public PriceExplanation? Explanation { get; private set; }

    /// <summary>Whether a bid whose assessment is conditional complies; null while nobody has decided.</summary>
    public BidDecision? Compliance { get; private set; }

    public void Exclude(ExclusionGround? ground, string? reason, Signature by)
    {
        RequireNumber();
        if (ground is null && Explanation is not { Accepted: false })
            throw TenderRefusals.GroundMissing();
        Exclusion = new(ground?.ToString() ?? AbnormallyLow, Given(reason), by.Name, by.At);
        Raise(new BidExcluded(Id, TenderId, Exclusion.Ground, Exclusion.Reason));
    }

    public void TakeBackExclusion(string? reason)
    {
        if (Exclusion is null)
            return;
        var why = Given(reason);
        Exclusion = null;
        Raise(new BidExclusionTakenBack(Id, TenderId, why));
    }

    /// <param name="answerBy">UTC.</param>
    public void AskForExplanation(string? question, DateTime answerBy, Signature by)
    {
        RequireNumber();
        if (answerBy <= by.At)
            throw TenderRefusals.AnswerByPast();
        Explanation = new(Given(question), by.At, answerBy, null, null, null, null, null);
        Raise(new PriceExplanationAsked(Id, TenderId, answerBy));
    }

    public void Explain(string? words, DateTime now)
    {
        if (Explanation is not { Accepted: null } asked)
            throw TenderRefusals.NothingToExplain();
        Explanation = asked with { Answer = Given(words), AnsweredAt = now };
        Raise(new PriceExplained(Id, TenderId));
    }

    /// <summary>Only once the bidder has answered, or its time is over.</summary>
    public void DecideExplanation(bool accepted, string? reason, Signature by)
    {
        if (Explanation is not { } asked)
            throw TenderRefusals.NotAsked();
        if (asked.AnsweredAt is null && by.At <= asked.AnswerBy)
            throw TenderRefusals.NotAnswered();
        Explanation = asked with { Accepted = accepted, Decision = Given(reason), DecidedBy = by.Name };
        Raise(new PriceExplanationDecided(Id, TenderId, accepted, Explanation.Decision!));
        if (!accepted)
            Exclude(null, reason, by);
    }

    public void DecideCompliance(bool complies, string? reason, Signature by)
    {
        RequireNumber();
        Compliance = new(complies, Given(reason), by.Name, by.At);
        Raise(new ComplianceDecided(Id, TenderId, complies, Compliance.Reason));
    }

    /// <summary>A mark was given, which stands in a row of its own.</summary>
    public void Mark(Guid evaluator, string criterion) => Raise(new BidMarked(Id, TenderId, evaluator, criterion));

    public void Moderate(string criterion) => Raise(new MarkModerated(Id, TenderId, criterion));

    private void RequireNumber()
    {
        if (Number is null)
            throw TenderRefusals.NotOpened();
    }

    private static string Given(string? words) =>
        string.IsNullOrWhiteSpace(words) ? throw TenderRefusals.ReasonMissing() : words.Length > MaxWordsLength ? throw TenderRefusals.WordsTooLong() : words.Trim();
}

/// <param name="Ground">Name of an <see cref="ExclusionGround"/>, or <see cref="TenderBid.AbnormallyLow"/>.</param>
public sealed record BidExclusion(string Ground, string Reason, string By, DateTime At);

/// <param name="Question">What was asked.</param>
/// <param name="Accepted">Null while it isn't decided.</param>
public sealed record PriceExplanation(
    string Question, DateTime AskedAt, DateTime AnswerBy, string? Answer, DateTime? AnsweredAt, bool? Accepted, string? Decision, string? DecidedBy);

public sealed record BidDecision(bool Complies, string Reason, string By, DateTime At);
