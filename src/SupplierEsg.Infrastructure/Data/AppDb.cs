using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Questionnaires.Tiers;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Mail;

namespace SupplierEsg.Infrastructure.Data;

/// <summary>One model for three databases; what differs lives in the derived contexts.</summary>
public abstract partial class AppDb(DbContextOptions options)
    : IdentityDbContext<AppUser, IdentityRole<Guid>, Guid>(options), IAppDb, IDataProtectionKeyContext
{
    /// <summary>How events stand in the journal.</summary>
    internal static readonly JsonSerializerOptions PayloadJson = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new IdJsonConverterFactory(), new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private ICurrentUser? user;
    private TimeProvider time = TimeProvider.System;

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Supplier> Suppliers => Set<Supplier>();

    public DbSet<QuestionnaireVersion> QuestionnaireVersions => Set<QuestionnaireVersion>();

    public DbSet<TierList> TierLists => Set<TierList>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<Answer> Answers => Set<Answer>();

    public DbSet<EvidenceDocument> EvidenceDocuments => Set<EvidenceDocument>();

    public DbSet<AnswerEvidence> AnswerEvidence => Set<AnswerEvidence>();

    public DbSet<QuestionReview> QuestionReviews => Set<QuestionReview>();

    public DbSet<Colleague> Colleagues => Set<Colleague>();

    public DbSet<AnswerNote> AnswerNotes => Set<AnswerNote>();

    public DbSet<Scorecard> Scorecards => Set<Scorecard>();

    public DbSet<Tender> Tenders => Set<Tender>();

    public DbSet<TenderInvitation> TenderInvitations => Set<TenderInvitation>();

    public DbSet<TenderEdition> TenderEditions => Set<TenderEdition>();

    public DbSet<TenderQuestion> TenderQuestions => Set<TenderQuestion>();

    public DbSet<TenderBid> Bids => Set<TenderBid>();

    public DbSet<BidMark> BidMarks => Set<BidMark>();

    public DbSet<ModeratedMark> ModeratedMarks => Set<ModeratedMark>();

    public DbSet<Complaint> Complaints => Set<Complaint>();

    public DbSet<StoredEvaluation> StoredEvaluations => Set<StoredEvaluation>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Read by the query filters at each query, so that it holds for whoever the request has turned out to be.</summary>
    public bool SeesAllSuppliers => user is null || user.SeesAllSuppliers();

    public SupplierId OwnSupplier => user?.SupplierId ?? default;

    /// <summary>A pooled context serves one scope after another: each sets who asks.</summary>
    public AppDb For(ICurrentUser asking, TimeProvider clock)
    {
        user = asking;
        time = clock;
        return this;
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        WriteJournal();
        try
        {
            using var turn = await TakeWritersTurn(cancellationToken);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Versions.ChangedMeanwhile();
        }
        catch (DbUpdateException failure) when (IsUniqueViolation(failure))
        {
            throw new RuleBroken("common.saved-twice", "The same thing was saved by somebody else at the same moment. Reload the page and look at what is there now.");
        }
    }

    // The framework's key ring, which has no asynchronous way, comes through here some four times a year.
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        SaveChangesAsync(acceptAllChangesOnSuccess).GetAwaiter().GetResult();

    /// <summary>Runs several saves and statements as one transaction, again from the start where the provider retries.</summary>
    public Task<T> InTransaction<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var tries = 0;
        return Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            // What a failed try had read and changed is of the past.
            if (tries++ > 0)
                ChangeTracker.Clear();
            using var turn = await TakeWritersTurn(cancellationToken);
            await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
            var result = await work();
            await transaction.CommitAsync(cancellationToken);
            return result;
        });
    }

    /// <summary>The journal's line for something that happened, ready to be added.</summary>
    /// <param name="actor">Who did it, where that isn't whoever asks: a person who is just signing in, say.</param>
    public JournalEntry Line(DomainEvent happened, AppUser? actor = null) => new()
    {
        At = time.Now(),
        ActorId = actor?.Id ?? user?.Id,
        ActorName = actor?.DisplayName ?? user?.Name ?? "System",
        Event = happened.Name,
        Subject = happened.Subject,
        Reason = happened.Reason,
        Payload = JsonSerializer.Serialize<object>(happened, PayloadJson),
    };

    /// <summary>Puts something that happened to what is no aggregate (an account, say) into the next save.</summary>
    public void Tell(DomainEvent happened, AppUser? actor = null) => Journal.Add(Line(happened, actor));

    protected abstract bool IsUniqueViolation(DbUpdateException failure);

    /// <summary>Waits where the database suffers several writers badly; nothing where it doesn't, or within a transaction.</summary>
    protected virtual Task<IDisposable?> TakeWritersTurn(CancellationToken cancellationToken) => Task.FromResult<IDisposable?>(null);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        ModelConventions.Apply(builder, this);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) => ModelConventions.Configure(configuration);

    private void WriteJournal()
    {
        ChangeTracker.DetectChanges();
        if (ChangeTracker.Entries<JournalEntry>().Any(line => line.State is EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException("The journal is only ever added to.");
        foreach (var aggregate in ChangeTracker.Entries<Aggregate>().Where(IsChanged).Select(entry => entry.Entity).ToList())
        {
            aggregate.Touch();
            Journal.AddRange(aggregate.Events.Select(happened => Line(happened)));
            aggregate.EventsWritten();
        }
        foreach (var line in ChangeTracker.Entries<JournalEntry>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).Where(LetterWriters.Ask).ToList())
            if (!ChangeTracker.Entries<LetterToWrite>().Any(letter => letter.Entity.Line == line))
                Add(new LetterToWrite { Line = line, NextAttemptAt = line.At });
    }

    private static bool IsChanged(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry<Aggregate> entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted || entry.Entity.Events.Count > 0;
}
