using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>A bid beside what is known of it for the evaluation.</summary>
/// <param name="Figures">Without its price while prices are sealed; null where its marks or its ESG figure are still to come.</param>
/// <param name="Against">Why it isn't admitted; null where it is, or isn't known yet.</param>
/// <param name="Standing">Of the bidder with the buyer.</param>
public sealed record EvaluatedBid(TenderBid Bid, string Label, string Supplier, Standing Standing, Bid? Figures, ExcludedBid? Against);

/// <summary>How far an evaluation has come.</summary>
/// <param name="Waits">What has to be done before there are figures.</param>
/// <param name="Report">Null while something is waited for.</param>
public sealed record EvaluationProgress(IReadOnlyList<EvaluatedBid> Bids, IReadOnlyList<RuleBroken> Waits, EvaluationReport? Report);

/// <summary>Puts bids, marks and assessments together and evaluates them. What is sealed it doesn't open.</summary>
internal sealed class Evaluating(IAppDb db, Envelopes envelopes, ICurrentUser me, TimeProvider time)
{
    public async Task<EvaluationProgress> Read(Tender tender, CancellationToken token)
    {
        if (!tender.AreOffersOpen)
            return new([], [TenderRefusals.NotClosed()], null);
        var rules = tender.Rules!;
        var bids = await db.BidsOf(tender.Id, token);
        var received = bids.Where(bid => bid.Number is not null).ToList();
        var outside = bids.Where(bid => bid.Number is null && (bid.LateAt is not null || bid.State == TenderBidState.Withdrawn)).ToList();
        var suppliers = await db.Suppliers.AsNoTracking().Where(s => bids.Select(b => b.SupplierId).Contains(s.Id)).ToDictionaryAsync(s => s.Id, token);
        var marks = await Marks(tender, token);
        var esg = await EsgFigures(rules, received, token);
        var (waits, lines) = (new List<RuleBroken>(), new List<EvaluatedBid>());
        if (tender.State == TenderState.Opened)
            waits.Add(TenderRefusals.NotAllFinished());
        foreach (var bid in received)
            lines.Add(Line(tender, bid, suppliers[bid.SupplierId], marks, esg, waits));
        for (var i = 0; i < outside.Count; i++)
            lines.Add(Outside(outside[i], i + 1, suppliers[outside[i].SupplierId]));
        if (waits.Count == 0 && !tender.ArePricesOpen)
            waits.Add(TenderRefusals.PricesSealed());
        return new(lines, waits, waits.Count > 0 ? null : Report(tender, lines, marks));
    }

    private EvaluationReport Report(Tender tender, List<EvaluatedBid> lines, TenderMarks marks)
    {
        var figures = lines.Select(line => line.Figures!).ToList();
        return new()
        {
            Title = tender.Title, Currency = tender.Facts.Currency, Rules = tender.Rules!, EvaluatedAt = time.Now(), EvaluatedBy = me.Name,
            Bids = [.. lines.Select(line => new ReportedBid(line.Figures!, line.Supplier, marks.Of(line.Bid.Id, tender)))],
            Evaluation = BidEvaluation.Of(tender.Rules!.Evaluation, figures),
            Formulas = BidEvaluation.UnderEachFormula(tender.Rules.Evaluation, figures),
            Openings = [.. tender.Openings()],
        };
    }

    private EvaluatedBid Line(Tender tender, TenderBid bid, Domain.Suppliers.Supplier supplier, TenderMarks marks, IReadOnlyDictionary<BidId, EsgFigures> esg, List<RuleBroken> waits)
    {
        var rules = tender.Rules!;
        var label = $"B{bid.Number}";
        var figures = new Bid(label) { ExclusionGround = bid.Exclusion?.Ground, Esg = esg.GetValueOrDefault(bid.Id), Quality = marks.Figures(bid.Id) };
        var complete = tender.State != TenderState.Opened;
        var against = complete ? Admitting.ReasonAgainst(rules.Evaluation, figures) : bid.Exclusion is null ? null : Admitting.ReasonAgainst(rules.Evaluation, figures);
        // A figure that is still to come isn't one that is missing.
        if (rules.Questionnaire is not null && figures.Esg is null && bid.Exclusion is null)
        {
            waits.Add(TenderRefusals.EsgWaits(supplier.LegalName));
            return new(bid, label, supplier.LegalName, Standing.Of(supplier), null, null);
        }
        if (complete && against is null && tender.ArePricesOpen)
            figures = WithPrice(tender, bid, figures);
        return new(bid, label, supplier.LegalName, Standing.Of(supplier), figures, against);
    }

    private Bid WithPrice(Tender tender, TenderBid bid, Bid figures)
    {
        var prices = envelopes.Prices(tender, bid, bid.Submissions[^1]);
        return figures with { Price = prices.Total(tender.Facts.Items)!.Value, LifeCycleCosts = [.. prices.LifeCycleCosts.Select(cost => (Rational)(cost ?? 0))] };
    }

    private static EvaluatedBid Outside(TenderBid bid, int number, Domain.Suppliers.Supplier supplier)
    {
        var status = bid.State == TenderBidState.Withdrawn ? BidStatus.Withdrawn : BidStatus.Late;
        var label = $"{(status == BidStatus.Late ? "L" : "W")}{number}";
        var figures = new Bid(label) { Status = status };
        return new(bid, label, supplier.LegalName, Standing.Of(supplier), figures, new(label, status == BidStatus.Late ? ExclusionReason.Late : ExclusionReason.Withdrawn));
    }

    private async Task<TenderMarks> Marks(Tender tender, CancellationToken token)
    {
        // Blind to each other until the last has finished.
        var single = tender.HaveAllFinished ? await db.BidMarks.AsNoTracking().Where(m => m.TenderId == tender.Id).OrderBy(m => m.Criterion).ToListAsync(token) : [];
        var moderated = tender.HaveAllFinished ? await db.ModeratedMarks.AsNoTracking().Where(m => m.TenderId == tender.Id).ToListAsync(token) : [];
        return new(single, moderated);
    }

    /// <summary>By bid, from its assessment's latest scorecard; a verified figure comes from a final one only.</summary>
    private async Task<IReadOnlyDictionary<BidId, EsgFigures>> EsgFigures(TenderRules rules, List<TenderBid> bids, CancellationToken token)
    {
        var assessments = bids.Select(bid => bid.AssessmentId).OfType<AssessmentId>().ToList();
        var cards = await db.Scorecards.AsNoTracking().Where(card => assessments.Contains(card.AssessmentId)).OrderBy(card => card.MadeAt).ToListAsync(token);
        var figures = new Dictionary<BidId, EsgFigures>();
        foreach (var bid in bids)
            if (cards.FindLast(card => card.AssessmentId == bid.AssessmentId && (rules.Figure == EsgFigure.Declared || card.Stage == ScorecardStage.Final)) is { } card)
                figures[bid.Id] = FiguresOf(card.Score(), rules.Figure);
        return figures;
    }

    private static EsgFigures FiguresOf(AssessmentScore score, EsgFigure which)
    {
        var byName = new Dictionary<string, Rational>(StringComparer.Ordinal);
        Add(Domain.Evaluation.EsgFigures.WholeQuestionnaire, score.Overall.Figure);
        foreach (var pillar in score.Pillars)
            Add(pillar.Pillar.ToString(), pillar.Figure);
        return new(byName, score.Eligibility);

        void Add(string name, Figure figure)
        {
            if ((which == EsgFigure.Declared ? figure.Declared : figure.Verified) is { } value)
                byName[name] = value;
        }
    }
}

/// <summary>All marks of a tender that may be seen.</summary>
internal sealed record TenderMarks(IReadOnlyList<BidMark> Single, IReadOnlyList<ModeratedMark> Moderated)
{
    public IReadOnlyDictionary<string, Marks> Figures(BidId bid) => Single.Where(m => m.BidId == bid).GroupBy(m => m.Criterion).ToDictionary(
        marks => marks.Key,
        marks => new Marks([.. marks.Select(m => (Rational)m.Points)], Moderated.FirstOrDefault(m => m.BidId == bid && m.Criterion == marks.Key) is { } agreed ? agreed.Points : null));

    public IReadOnlyList<ReportedMark> Of(BidId bid, Tender tender) =>
    [
        .. Single.Where(m => m.BidId == bid).Select(m => new ReportedMark(m.Criterion, tender.EvaluatorOf(m.EvaluatorId)?.Name ?? "", m.Points, m.Reason)),
        .. Moderated.Where(m => m.BidId == bid).Select(m => new ReportedMark(m.Criterion, null, m.Points, m.Reason)),
    ];
}

internal static class OpeningRecords
{
    public static IEnumerable<ReportedOpening> Openings(this Tender tender) =>
        from consent in tender.Consents
        group consent by consent.Envelope into opening
        where opening.Count() >= Tender.OpenersNeeded
        select new ReportedOpening(opening.Key == Envelope.Prices || !tender.Rules!.TwoEnvelopes, opening.Max(consent => consent.At), [.. opening.Select(consent => consent.Name)]);
}
