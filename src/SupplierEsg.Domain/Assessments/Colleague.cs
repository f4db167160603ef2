namespace SupplierEsg.Domain.Assessments;

/// <summary>
/// Somebody of the supplier who was asked to help with an assessment, and the themes that were given to them. Everybody of
/// the supplier may answer everything; who has which theme says whose turn it is.
/// </summary>
public sealed class Colleague : IOwnedBySupplier
{
    public ColleagueId Id { get; init; }

    public AssessmentId AssessmentId { get; init; }

    public SupplierId SupplierId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary>Of the mail: <c>en</c> or <c>zh-Hans</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Codes of the themes given to them.</summary>
    public IReadOnlyList<string> Themes { get; set; } = [];

    /// <summary>In the link of the mail; changes with every mail, so that only the newest works.</summary>
    public Guid InvitationKey { get; set; }

    public required string InvitedBy { get; init; }

    public DateTime InvitedAt { get; set; }

    /// <summary>When the link was used, or the account was there already.</summary>
    public DateTime? AcceptedAt { get; set; }

    public Guid? AccountId { get; set; }
}

/// <summary>A note beside a question, from colleague to colleague. The buyer's people never see it.</summary>
public sealed class AnswerNote : IOwnedBySupplier
{
    public const int MaxLength = 2000;

    public AnswerNoteId Id { get; init; }

    public AssessmentId AssessmentId { get; init; }

    public required string Question { get; init; }

    public SupplierId SupplierId { get; init; }

    public required string Text { get; init; }

    public Guid ById { get; init; }

    public required string By { get; init; }

    public DateTime At { get; init; }
}
