using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Questionnaires.Tiers;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Common;

/// <summary>
/// The database as the use cases see it. What is read through the sets is already limited to what the current user's
/// supplier owns, where the user is a supplier's (see ADR 0004).
/// </summary>
public interface IAppDb
{
    DbSet<JournalEntry> Journal { get; }

    DbSet<ApiKey> ApiKeys { get; }

    DbSet<Supplier> Suppliers { get; }

    DbSet<QuestionnaireVersion> QuestionnaireVersions { get; }

    DbSet<TierList> TierLists { get; }

    DbSet<Assessment> Assessments { get; }

    DbSet<Answer> Answers { get; }

    DbSet<EvidenceDocument> EvidenceDocuments { get; }

    DbSet<AnswerEvidence> AnswerEvidence { get; }

    DbSet<QuestionReview> QuestionReviews { get; }

    DbSet<Colleague> Colleagues { get; }

    DbSet<AnswerNote> AnswerNotes { get; }

    DbSet<Scorecard> Scorecards { get; }

    DbSet<Tender> Tenders { get; }

    DbSet<TenderInvitation> TenderInvitations { get; }

    DbSet<TenderEdition> TenderEditions { get; }

    DbSet<TenderQuestion> TenderQuestions { get; }

    DbSet<TenderBid> Bids { get; }

    DbSet<BidMark> BidMarks { get; }

    DbSet<ModeratedMark> ModeratedMarks { get; }

    DbSet<Complaint> Complaints { get; }

    DbSet<StoredEvaluation> StoredEvaluations { get; }

    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Runs several saves and statements as one transaction, again from the start where the provider retries: what the
    /// work needs it reads within.
    /// </summary>
    Task<T> InTransaction<T>(Func<Task<T>> work, CancellationToken cancellationToken);

    /// <summary>An assessment without its answers, by the shortest way; null when there is none that the user may see.</summary>
    Task<StoredSheet?> ReadHead(AssessmentId assessment, CancellationToken cancellationToken);

    /// <summary>Its answers, by the shortest way.</summary>
    Task<IReadOnlyList<Answer>> ReadAnswers(AssessmentId assessment, CancellationToken cancellationToken);

    /// <summary>What lies beside them, in the order of its attaching, by the shortest way.</summary>
    Task<IReadOnlyList<AttachedDocument>> ReadEvidence(AssessmentId assessment, CancellationToken cancellationToken);

    /// <summary>
    /// Writes answers with one statement for all of them, and the journal's line, in one transaction. Returns the new
    /// revision of each answer; left out are those that a later save of the same page has overtaken, and those whose sender
    /// didn't know what is stored.
    /// </summary>
    /// <exception cref="RuleBroken">The assessment isn't with the supplier any more, or was submitted since it was read; nothing was written.</exception>
    Task<IReadOnlyDictionary<string, int>> WriteAnswers(AnswersWrite write, CancellationToken cancellationToken);
}
