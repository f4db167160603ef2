using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>What the steps of a tender have in common.</summary>
internal static class Tendering
{
    public static Task<Tender> Find(this IAppDb db, TenderId id, CancellationToken token) => db.Tenders.SingleOrDefaultAsync(t => t.Id == id, token).OrNotFound("tender");

    public static Task<TenderBid> Find(this IAppDb db, BidId id, CancellationToken token) => db.Bids.SingleOrDefaultAsync(b => b.Id == id, token).OrNotFound("bid");

    /// <summary>
    /// Keeps everybody else from changing the tender, or submitting to it, until the transaction ends, and reads it as it
    /// then is: so that no bid comes in while the envelopes are being opened or the rules amended.
    /// </summary>
    public static async Task<Tender> Hold(this IAppDb db, TenderId id, CancellationToken token)
    {
        await db.Tenders.Where(t => t.Id == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.Version, t => t.Version), token);
        return await db.Find(id, token);
    }

    public static Task<List<TenderBid>> BidsOf(this IAppDb db, TenderId id, CancellationToken token) =>
        db.Bids.Where(b => b.TenderId == id).OrderBy(b => b.Number).ThenBy(b => b.Id).ToListAsync(token);

    /// <summary>The own company's bid for a tender; null while there is none.</summary>
    public static Task<TenderBid?> OwnBid(this IAppDb db, TenderId tender, SupplierId supplier, CancellationToken token) =>
        db.Bids.SingleOrDefaultAsync(b => b.TenderId == tender && b.SupplierId == supplier, token);

    public static SupplierId RequireSupplier(this ICurrentUser me) => me.SupplierId ?? throw new NotFound("bid");

    public static Signature Sign(this ICurrentUser me, DateTime now) => new(me.Id ?? throw new NotFound("account"), me.Name, now);

    /// <summary>The rules as typed, with a questionnaire that can be answered.</summary>
    public static async Task<TenderRules> Read(this IAppDb db, TypedRules typed, CancellationToken token)
    {
        var rules = typed.ToRules("Rules.");
        if (rules.Questionnaire is { } version && !await db.QuestionnaireVersions.AnyAsync(v => v.Id == version && v.State == VersionState.Published, token))
            throw TenderRefusals.QuestionnaireUnknown();
        return rules;
    }

    /// <summary>Quality criteria of a tender's rules.</summary>
    public static IReadOnlyList<Domain.Evaluation.Criterion> QualityCriteria(this TenderRules rules) =>
        [.. rules.Evaluation.Criteria.Where(c => c.Kind == Domain.Evaluation.CriterionKind.Quality)];
}
