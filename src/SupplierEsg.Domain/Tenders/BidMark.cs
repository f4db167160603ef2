using SupplierEsg.Domain.Evaluation;

namespace SupplierEsg.Domain.Tenders;

/// <summary>One evaluator's mark for one quality criterion of one bid. It stays on record, whatever the chair agrees.</summary>
public sealed class BidMark
{
    public const int MaxReasonLength = 2000;

    private BidMark()
    {
    }

    public TenderId TenderId { get; private set; }

    public BidId BidId { get; private set; }

    /// <summary>Code of the criterion.</summary>
    public string Criterion { get; private set; } = "";

    public Guid EvaluatorId { get; private set; }

    /// <summary>0 to the criterion's highest mark.</summary>
    public decimal Points { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTime At { get; private set; }

    public static BidMark Give(TenderBid bid, Criterion criterion, Guid evaluator, decimal points, string? reason, DateTime now)
    {
        var mark = new BidMark { TenderId = bid.TenderId, BidId = bid.Id, Criterion = criterion.Code, EvaluatorId = evaluator };
        mark.Change(criterion, points, reason, now);
        return mark;
    }

    public void Change(Criterion criterion, decimal points, string? reason, DateTime now)
    {
        MarkRules.Guard(criterion, points, reason);
        (Points, Reason, At) = (points, reason!.Trim(), now);
    }
}

/// <summary>The one mark that the chair has agreed with the panel; it stands in place of the single ones.</summary>
public sealed class ModeratedMark
{
    private ModeratedMark()
    {
    }

    public TenderId TenderId { get; private set; }

    public BidId BidId { get; private set; }

    public string Criterion { get; private set; } = "";

    public decimal Points { get; private set; }

    public string Reason { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }

    public static ModeratedMark Agree(TenderBid bid, Criterion criterion, decimal points, string? reason, Signature by)
    {
        var mark = new ModeratedMark { TenderId = bid.TenderId, BidId = bid.Id, Criterion = criterion.Code };
        mark.Change(criterion, points, reason, by);
        return mark;
    }

    public void Change(Criterion criterion, decimal points, string? reason, Signature by)
    {
        MarkRules.Guard(criterion, points, reason);
        (Points, Reason, By, At) = (points, reason!.Trim(), by.Name, by.At);
    }
}

internal static class MarkRules
{
    public static void Guard(Criterion criterion, decimal points, string? reason)
    {
        if (points < 0 || points > criterion.MaxPoints)
            throw TenderRefusals.MarkOutOfRange(criterion.Code, points, criterion.MaxPoints);
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > BidMark.MaxReasonLength)
            throw TenderRefusals.MarkReasonMissing(criterion.Code);
    }
}
