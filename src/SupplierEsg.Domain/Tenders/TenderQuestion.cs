namespace SupplierEsg.Domain.Tenders;

/// <summary>Asked by a supplier before closing; question and answer are published to all, the asker's name to nobody.</summary>
public sealed class TenderQuestion : Aggregate
{
    public const int MaxLength = 4000;
    public const int MostOpen = 50;

    private TenderQuestion()
    {
    }

    public TenderQuestionId Id { get; private set; }

    public TenderId TenderId { get; private set; }

    public SupplierId AskedBy { get; private set; }

    public string Question { get; private set; } = "";

    public DateTime AskedAt { get; private set; }

    public string? Answer { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <param name="open">How many questions of this supplier wait for an answer.</param>
    public static TenderQuestion Ask(Tender tender, SupplierId supplier, string? question, int open, DateTime now)
    {
        if (!tender.TakesBids(now))
            throw TenderRefusals.NoQuestions();
        if (string.IsNullOrWhiteSpace(question) || question.Length > MaxLength)
            throw TenderRefusals.QuestionMissing();
        if (open >= MostOpen)
            throw TenderRefusals.TooManyQuestions();
        var asked = new TenderQuestion { Id = TenderQuestionId.New(), TenderId = tender.Id, AskedBy = supplier, Question = question.Trim(), AskedAt = now };
        asked.Raise(new TenderQuestionAsked(asked.Id, tender.Id, supplier));
        return asked;
    }

    /// <summary>Published to everybody at once, and so never changed.</summary>
    public void Reply(string? answer, DateTime now)
    {
        if (Answer is not null)
            throw TenderRefusals.AlreadyAnswered();
        if (string.IsNullOrWhiteSpace(answer) || answer.Length > MaxLength)
            throw TenderRefusals.AnswerMissing();
        (Answer, AnsweredAt) = (answer.Trim(), now);
        Raise(new TenderQuestionAnswered(Id, TenderId));
    }
}
