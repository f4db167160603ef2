namespace SupplierEsg.Domain.Tenders;

/// <summary>A bidder's objection to the decision, filed within the standstill; the award waits for its answer.</summary>
public sealed class Complaint : Aggregate, IOwnedBySupplier
{
    public const int MaxLength = 10_000;

    private Complaint()
    {
    }

    public ComplaintId Id { get; private set; }

    public TenderId TenderId { get; private set; }

    public SupplierId SupplierId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTime FiledAt { get; private set; }

    public string? Answer { get; private set; }

    /// <summary>Whether the buyer agrees; null while it is open.</summary>
    public bool? Upheld { get; private set; }

    public string? AnsweredBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <param name="bid">Of the supplier that complains.</param>
    public static Complaint File(Tender tender, TenderBid bid, string? text, DateTime now)
    {
        if (tender.State != TenderState.Standstill || now > tender.StandstillUntil)
            throw TenderRefusals.NoComplaints();
        if (bid.Submissions.Count == 0)
            throw TenderRefusals.NotSubmitted();
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
            throw TenderRefusals.ComplaintMissing();
        var complaint = new Complaint { Id = ComplaintId.New(), TenderId = tender.Id, SupplierId = bid.SupplierId, Text = text.Trim(), FiledAt = now };
        complaint.Raise(new ComplaintFiled(complaint.Id, tender.Id, bid.SupplierId));
        return complaint;
    }

    public void Reply(bool upheld, string? answer, Signature by)
    {
        if (Upheld is not null)
            throw TenderRefusals.AlreadyAnswered();
        if (string.IsNullOrWhiteSpace(answer) || answer.Length > MaxLength)
            throw TenderRefusals.AnswerMissing();
        (Upheld, Answer, AnsweredBy, AnsweredAt) = (upheld, answer.Trim(), by.Name, by.At);
        Raise(new ComplaintAnswered(Id, TenderId, upheld));
    }
}
