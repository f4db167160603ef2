namespace SupplierEsg.Domain.Assessments;

/// <summary>
/// Somebody of the supplier who was asked to help with an assessment, and the themes that were given to them. Everybody of
/// the supplier may answer everything; who has which theme says whose turn it is.
/// </summary>
public sealed class Colleague : IOwnedBySupplier
{
    /// <summary>At most so many stand beside one assessment.</summary>
    public const int MaxPerAssessment = 30;

    /// <summary>Days for which the link of a mail works.</summary>
    public const int LinkDays = 30;

    public ColleagueId Id { get; init; }

    public AssessmentId AssessmentId { get; init; }

    public SupplierId SupplierId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary>Of the mail: <c>en</c> or <c>zh-Hans</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Codes of the themes given to them, in the questionnaire's order.</summary>
    public IReadOnlyList<string> Themes { get; internal set; } = [];

    /// <summary>In the link of the mail; changes with every mail, so that only the newest works.</summary>
    public Guid InvitationKey { get; internal set; }

    public required string InvitedBy { get; init; }

    /// <summary>When the newest mail was asked for, UTC.</summary>
    public DateTime InvitedAt { get; internal set; }

    /// <summary>When the link was used, or the account was there already; UTC.</summary>
    public DateTime? AcceptedAt { get; internal set; }

    public Guid? AccountId { get; internal set; }

    /// <summary>The last day on which the link works.</summary>
    public DateOnly LinkEndsOn => DateOnly.FromDateTime(InvitedAt).AddDays(LinkDays);
}

/// <summary>A note beside a question, from colleague to colleague. The buyer's people never see it.</summary>
public sealed class AnswerNote : IOwnedBySupplier
{
    /// <summary>In characters.</summary>
    public const int MaxLength = 2000;

    public const int MaxPerQuestion = 200;

    public AnswerNoteId Id { get; init; }

    public AssessmentId AssessmentId { get; init; }

    public required string Question { get; init; }

    public SupplierId SupplierId { get; init; }

    public required string Text { get; init; }

    public Guid ById { get; init; }

    public required string By { get; init; }

    public DateTime At { get; init; }
}
