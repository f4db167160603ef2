using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Application.Scorecards;

/// <summary>A stored scorecard with what is needed to tell it: the version that was answered, and whose it is.</summary>
public sealed record ScorecardView
{
    public required Scorecard Card { get; init; }

    /// <summary>As it is stored; nothing of it was computed again.</summary>
    public required AssessmentScore Score { get; init; }

    /// <summary>The version's definition, for titles, labels, choices and units.</summary>
    public required QuestionnaireDefinition Questionnaire { get; init; }

    public required string FormId { get; init; }

    /// <summary>Of the version within its questionnaire, from 1.</summary>
    public required int VersionNumber { get; init; }

    public required string SupplierName { get; init; }

    public required string? SupplierLocalName { get; init; }

    /// <summary>The number on the supplier's receipt; null for an assessment that was scored without one.</summary>
    public required string? Receipt { get; init; }

    /// <summary>Where its assessment stands now: an expired or superseded one's scorecard no longer counts.</summary>
    public required AssessmentState State { get; init; }

    /// <summary>The assessment's current scorecard, where it is not this one.</summary>
    public required ScorecardId? Current { get; init; }

    /// <summary>The supplier's scorecard of the same questionnaire that was made before this one; null where there is none.</summary>
    public ScorecardId? Previous { get; init; }
}

internal static class ScorecardReading
{
    /// <summary>Of each assessment the latest scorecard.</summary>
    public static IQueryable<Scorecard> Current(this IQueryable<Scorecard> cards) =>
        cards.Where(card => !cards.Any(later => later.AssessmentId == card.AssessmentId && later.MadeAt > card.MadeAt));

    /// <summary>All questionnaires that have scorecards, with their latest title.</summary>
    public static async Task<List<ListScorecards.Form>> FormsWithScorecards(this IAppDb db, CancellationToken token)
    {
        var versions = await db.QuestionnaireVersions
            .Where(v => db.Scorecards.Any(c => c.QuestionnaireVersionId == v.Id))
            .OrderBy(v => v.FormId).ThenByDescending(v => v.Number)
            .Select(v => new ListScorecards.Form(v.FormId, v.Title)).ToListAsync(token);
        return [.. versions.DistinctBy(v => v.FormId)];
    }

    public static async Task<ScorecardView> View(this IAppDb db, ScorecardId id, CancellationToken token)
    {
        var card = await db.Scorecards.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, token).OrNotFound("scorecard");
        var version = await db.QuestionnaireVersions.Where(v => v.Id == card.QuestionnaireVersionId)
            .Select(v => new { v.FormId, v.Number, v.Definition }).SingleAsync(token);
        var supplier = await db.Suppliers.Where(s => s.Id == card.SupplierId).Select(s => new { s.LegalName, s.LocalName }).SingleAsync(token);
        var answered = await db.Assessments.Where(a => a.Id == card.AssessmentId).Select(a => new { a.Submission!.Receipt, a.State }).SingleAsync(token);
        var newer = await db.Scorecards.Where(c => c.AssessmentId == card.AssessmentId && c.MadeAt > card.MadeAt)
            .OrderByDescending(c => c.MadeAt).Select(c => (ScorecardId?)c.Id).FirstOrDefaultAsync(token);
        var earlier = await (from older in db.Scorecards
            join of in db.QuestionnaireVersions on older.QuestionnaireVersionId equals of.Id
            where older.SupplierId == card.SupplierId && of.FormId == version.FormId && older.MadeAt < card.MadeAt
            orderby older.MadeAt descending
            select (ScorecardId?)older.Id).FirstOrDefaultAsync(token);
        return new()
        {
            Card = card, Score = card.Score(), Questionnaire = QuestionnaireJson.ReadStored(version.Definition), FormId = version.FormId,
            VersionNumber = version.Number, SupplierName = supplier.LegalName, SupplierLocalName = supplier.LocalName, Receipt = answered.Receipt, State = answered.State, Current = newer, Previous = earlier,
        };
    }
}
