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

    /// <summary>A later scorecard of the same assessment.</summary>
    public static Task<ScorecardId> KeepAgain(this House house, StoredScorecard first, ScoreBuilder score, TimeSpan later) => house.InDb(async db =>
    {
        var card = Scorecard.Make(first.Assessment, first.Supplier, first.Version, score.Build(), house.Time.GetUtcNow().UtcDateTime + later);
        db.Add(card);
        await db.SaveChangesAsync();
        return card.Id;
    });
}
