using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Application.Reviewing;

internal static class Keeping
{
    /// <summary>Adds a scorecard as the assessment's latest, however the clocks of several nodes differ.</summary>
    /// <param name="validUntil">Null for a provisional one.</param>
    public static async Task<Scorecard> Keep(this IAppDb db, AssessmentScore score, SheetHead head, DateTime now, DateOnly? validUntil, CancellationToken cancellationToken)
    {
        var latest = await db.Scorecards.Where(c => c.AssessmentId == head.Id).MaxAsync(c => (DateTime?)c.MadeAt, cancellationToken);
        var card = Scorecard.Make(head.Id, head.SupplierId, head.VersionId, score, latest >= now ? latest.Value.AddMilliseconds(1) : now, validUntil);
        db.Scorecards.Add(card);
        return card;
    }

    /// <summary>What a submission's fingerprint is taken of.</summary>
    public static async Task<string> ContentOf(this IAppDb db, Sheet sheet, CancellationToken cancellationToken)
    {
        var version = await db.QuestionnaireVersions.Where(v => v.Id == sheet.Head.VersionId).Select(v => new { v.FormId, v.Number }).SingleAsync(cancellationToken);
        var evidence = sheet.Evidence.SelectMany(files => files).ToLookup(line => line.Question, line => line.Sha256);
        return ContentHash.Text(sheet.Head.Id, version.FormId, version.Number, sheet.Answers.Values, evidence);
    }
}
