using Microsoft.EntityFrameworkCore;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Suppliers;

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

    DbSet<Assessment> Assessments { get; }

    DbSet<Answer> Answers { get; }

    DbSet<EvidenceDocument> EvidenceDocuments { get; }

    DbSet<AnswerEvidence> AnswerEvidence { get; }

    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);

    /// <summary>Runs several saves as one transaction, again from the start where the provider retries.</summary>
    Task<T> InTransaction<T>(Func<Task<T>> work, CancellationToken cancellationToken);
}
