using Microsoft.EntityFrameworkCore;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Scorecards;

/// <summary>A scorecard in the database, with all it refers to.</summary>
internal sealed record StoredScorecard(ScorecardId Id, AssessmentId Assessment, SupplierId Supplier, string SupplierName, QuestionnaireVersionId Version);

internal static class StoredScorecards
{
    private static int forms;
    private static int receipts;

    public static Task<StoredScorecard> Keep(this House house, ScoreBuilder score, Supplier? supplier = null) => house.InDb(async db =>
    {
        var now = house.Time.GetUtcNow().UtcDateTime;
        supplier ??= A.Supplier();
        var definition = score.Definition with { FormId = $"{score.Definition.FormId}-{Interlocked.Increment(ref forms)}" };
        var version = QuestionnaireVersion.Import(definition, 1, null, now);
        version.Publish(now);
        var assessment = Assessment.Invite(supplier.Id, version, new("Anna Weber", "anna.weber@supplier.example", "en"), DateOnly.FromDateTime(now).AddDays(30), now);
        var card = Scorecard.Make(assessment.Id, supplier.Id, version.Id, score.Build(), now);
        db.AddRange(supplier, version, assessment, card);
        await db.SaveChangesAsync();
        return new StoredScorecard(card.Id, assessment.Id, supplier.Id, supplier.LegalName, version.Id);
    });

    /// <summary>A questionnaire for several assessments, with a <c>form_id</c> of its own unless one is given.</summary>
    public static Task<QuestionnaireVersion> KeepVersion(this House house, string definition, int number = 1, string? form = null) => house.InDb(async db =>
    {
        var now = house.Time.GetUtcNow().UtcDateTime;
        var read = QuestionnaireJson.ReadStored(definition);
        var version = QuestionnaireVersion.Import(read with { FormId = form ?? $"{read.FormId}-{Interlocked.Increment(ref forms)}" }, number, null, now);
        version.Publish(now);
        db.Add(version);
        await db.SaveChangesAsync();
        return version;
    });

    /// <summary>An assessment answered and, unless only submitted, reviewed, with the scorecard of its stage.</summary>
    /// <param name="ago">Days before the house's today.</param>
    public static Task<StoredScorecard> KeepAnswered(
        this House house, Supplier supplier, QuestionnaireVersion version, ScoreBuilder score, int ago = 0, bool final = true, Action<Assessment>? then = null) => house.InDb(async db =>
    {
        var at = house.Time.GetUtcNow().UtcDateTime.AddDays(-ago);
        var assessment = Assessment.Invite(supplier.Id, version, new("Anna Weber", "anna.weber@supplier.example", "en"), DateOnly.FromDateTime(at).AddDays(30), at);
        assessment.Begin(at);
        assessment.Submit(new(at, $"A-{Interlocked.Increment(ref receipts):D12}", new string('0', 64), "Anna Weber"), "anna.weber@supplier.example", "en");
        if (final)
        {
            assessment.BeginReview(Guid.NewGuid());
            assessment.Sign(new(Guid.NewGuid(), "Rae View", at), default, needsSecond: false, validMonths: 12);
        }
        then?.Invoke(assessment);
        if (!await db.Suppliers.AnyAsync(s => s.Id == supplier.Id))
            db.Add(supplier);
        var card = Scorecard.Make(assessment.Id, supplier.Id, version.Id, score.Build(), at, assessment.ValidUntil);
        db.AddRange(assessment, card);
        await db.SaveChangesAsync();
        return new StoredScorecard(card.Id, assessment.Id, supplier.Id, supplier.LegalName, version.Id);
    });

    /// <summary>A later scorecard of the same assessment.</summary>
    public static Task<ScorecardId> KeepAgain(this House house, StoredScorecard first, ScoreBuilder score, TimeSpan later) => house.InDb(async db =>
    {
        var card = Scorecard.Make(first.Assessment, first.Supplier, first.Version, score.Build(), house.Time.GetUtcNow().UtcDateTime + later);
        db.Add(card);
        await db.SaveChangesAsync();
        return card.Id;
    });
}
