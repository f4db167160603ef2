using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Journal;

namespace SupplierEsg.Infrastructure.Data;

// Saving answers is what the product does most: one statement for all answers of a save, without change tracking, and
// compiled queries for what it has to read before.
public abstract partial class AppDb
{
    // A compiled query belongs to one model; the tests run three in one process.
    private static readonly ConditionalWeakTable<IModel, SheetQueries> CompiledQueries = [];

    private SheetQueries Queries => CompiledQueries.GetValue(Model, _ => new());

    /// <summary>Reads the state and locks the assessment, writes the answers (returning name and revision), writes the journal's line.</summary>
    protected abstract string AnswerStatement { get; }

    public async Task<StoredSheet?> ReadHead(AssessmentId assessment, CancellationToken cancellationToken)
    {
        var stored = await Queries.Head(this, assessment, cancellationToken);
        // What a transaction sees of itself may never come to be: it gets a mark that nothing stored has.
        return stored is not null && Database.CurrentTransaction is not null ? stored with { Stamp = default } : stored;
    }

    public async Task<IReadOnlyList<Answer>> ReadAnswers(AssessmentId assessment, CancellationToken cancellationToken)
    {
        var answers = new List<Answer>();
        await foreach (var answer in Queries.Answers(this, assessment).WithCancellation(cancellationToken))
            answers.Add(answer);
        return answers;
    }

    public async Task<IReadOnlyList<AttachedDocument>> ReadEvidence(AssessmentId assessment, CancellationToken cancellationToken)
    {
        var attached = new List<AttachedDocument>();
        await foreach (var document in Queries.Evidence(this, assessment).WithCancellation(cancellationToken))
            attached.Add(document);
        return attached;
    }

    public Task<IReadOnlyDictionary<string, int>> WriteAnswers(AnswersWrite write, CancellationToken cancellationToken)
    {
        var line = Line(new AnswersSaved(write.To.Id, [.. write.Answers.Select(answer => answer.Question)]));
        return Database.CurrentTransaction is null
            ? WriteAlone(command => Write(command, write, line, cancellationToken), cancellationToken)
            : WriteWithin(command => Write(command, write, line, cancellationToken));
    }

    /// <summary>Gives the statement its answers, in the form in which this database takes a set.</summary>
    protected abstract void Bind(DbCommand command, IReadOnlyList<WrittenAnswer> answers);

    /// <summary>Runs a statement in a transaction that ends with it.</summary>
    protected virtual Task<T> WriteAlone<T>(Func<DbCommand, Task<T>> work, CancellationToken cancellationToken) => InTransaction(() => WriteWithin(work), cancellationToken);

    private async Task<T> WriteWithin<T>(Func<DbCommand, Task<T>> work)
    {
        await using var command = Database.GetDbConnection().CreateCommand();
        command.Transaction = Database.CurrentTransaction!.GetDbTransaction();
        return await work(command);
    }

    private async Task<IReadOnlyDictionary<string, int>> Write(DbCommand command, AnswersWrite write, JournalEntry line, CancellationToken cancellationToken)
    {
        command.CommandText = AnswerStatement;
        Bind(command, write.Answers);
        Bind<Answer>(command, nameof(Answer.AssessmentId), "@assessment", write.To.Id);
        Bind<Answer>(command, nameof(Answer.SupplierId), "@supplier", write.To.SupplierId);
        Bind<Answer>(command, nameof(Answer.SavedAt), "@at", write.At);
        Bind<Answer>(command, nameof(Answer.SavedBy), "@by", write.By);
        Bind<Answer>(command, nameof(Answer.SavedFrom), "@page", write.Page);
        Bind<Answer>(command, nameof(Answer.Sequence), "@sequence", write.Sequence);
        BindJournal(command, line);

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await RequireAnswering(reader, write.To, cancellationToken);
        var revisions = new Dictionary<string, int>(write.Answers.Count, StringComparer.Ordinal);
        while (await reader.NextResultAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                revisions[reader.GetString(0)] = reader.GetInt32(1);
        }
        return revisions;
    }

    private static async Task RequireAnswering(DbDataReader reader, SheetHead read, CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken))
            throw new NotFound("assessment");
        var state = Enum.Parse<AssessmentState>(reader.GetString(0));
        if (state is not (AssessmentState.InProgress or AssessmentState.Clarification) || reader.GetInt32(1) != read.Round)
            throw AssessmentRules.NotOpen(state);
    }

    private void BindJournal(DbCommand command, JournalEntry line)
    {
        Bind<JournalEntry>(command, nameof(JournalEntry.At), "@journalAt", line.At);
        Bind<JournalEntry>(command, nameof(JournalEntry.ActorId), "@actorId", line.ActorId);
        Bind<JournalEntry>(command, nameof(JournalEntry.ActorName), "@actorName", line.ActorName);
        Bind<JournalEntry>(command, nameof(JournalEntry.Event), "@event", line.Event);
        Bind<JournalEntry>(command, nameof(JournalEntry.Subject), "@subject", line.Subject);
        Bind<JournalEntry>(command, nameof(JournalEntry.Reason), "@reason", line.Reason);
        Bind<JournalEntry>(command, nameof(JournalEntry.Payload), "@payload", line.Payload);
    }

    // By the column's own mapping, so that the value is written exactly as EF writes it.
    private void Bind<TEntity>(DbCommand command, string property, string parameter, object? value)
    {
        var column = Model.FindEntityType(typeof(TEntity))!.FindProperty(property)!;
        command.Parameters.Add(column.GetRelationalTypeMapping().CreateParameter(command, parameter, value, column.IsNullable));
    }

    private sealed class SheetQueries
    {
        public readonly Func<AppDb, AssessmentId, CancellationToken, Task<StoredSheet?>> Head = EF.CompileAsyncQuery(
            (AppDb db, AssessmentId id, CancellationToken _) => db.Assessments.Where(a => a.Id == id)
                .Select(a => new StoredSheet(new SheetHead(a.Id, a.SupplierId, a.QuestionnaireVersionId, a.State, a.DueOn, a.Round, a.Reopened, a.HasNotes) { ClarifyBy = a.ClarifyBy, SubmittedAt = (DateTime?)a.Submission!.At }, Array.Empty<Answer>())
                {
                    Stamp = new SheetStamp(a.Version, db.Answers.Where(answer => answer.AssessmentId == id).Sum(answer => (long)answer.Revision)),
                }).FirstOrDefault());

        public readonly Func<AppDb, AssessmentId, IAsyncEnumerable<Answer>> Answers = EF.CompileAsyncQuery(
            (AppDb db, AssessmentId id) => db.Answers.AsNoTracking().Where(a => a.AssessmentId == id));

        public readonly Func<AppDb, AssessmentId, IAsyncEnumerable<AttachedDocument>> Evidence = EF.CompileAsyncQuery(
            (AppDb db, AssessmentId id) =>
                from link in db.AnswerEvidence.AsNoTracking()
                join document in db.EvidenceDocuments.AsNoTracking() on link.DocumentId equals document.Id
                where link.AssessmentId == id
                orderby link.Question, link.AttachedAt, document.Id
                select new AttachedDocument(link, document));
    }
}
