using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>What an evaluator works with: bidders' names to declare conflicts, then the offers and the own marks; no price, and no other's mark before all have finished.</summary>
public static class ReadMarking
{
    public sealed record Query(TenderId Id) : IRequest<Result>;

    public sealed record Result
    {
        public required Tender Tender { get; init; }

        /// <summary>Null for somebody who isn't on the panel.</summary>
        public required Evaluator? Me { get; init; }

        public required IReadOnlyList<Line> Bids { get; init; }

        /// <summary>Everybody's; empty until all have finished.</summary>
        public required IReadOnlyList<BidMark> AllMarks { get; init; }

        public required IReadOnlyList<ModeratedMark> Moderated { get; init; }
    }

    /// <param name="Offer">Null where this evaluator may not see it.</param>
    /// <param name="Mine">The own marks, by criterion.</param>
    public sealed record Line(BidId Id, int Number, string Supplier, bool Conflict, OfferContent? Offer, IReadOnlyDictionary<string, BidMark> Mine);

    internal sealed class Handler(IAppDb db, Envelopes envelopes, ICurrentUser me) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var tender = await db.Tenders.AsNoTracking().SingleOrDefaultAsync(t => t.Id == query.Id, cancellationToken).OrNotFound("tender");
            var mine = tender.EvaluatorOf(me.Id);
            var bids = tender.AreOffersOpen ? await db.Bids.AsNoTracking().Where(b => b.TenderId == tender.Id && b.Number != null).OrderBy(b => b.Number).ToListAsync(cancellationToken) : [];
            var names = await db.Suppliers.Where(s => bids.Select(b => b.SupplierId).Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.LegalName, cancellationToken);
            var marks = await db.BidMarks.AsNoTracking().Where(m => m.TenderId == tender.Id && (tender.HaveAllFinished || m.EvaluatorId == me.Id)).ToListAsync(cancellationToken);
            return new()
            {
                Tender = tender, Me = mine,
                Bids = [.. bids.Select(bid => Line(tender, bid, names[bid.SupplierId], mine, marks))],
                AllMarks = tender.HaveAllFinished ? marks : [],
                Moderated = tender.HaveAllFinished ? await db.ModeratedMarks.AsNoTracking().Where(m => m.TenderId == tender.Id).ToListAsync(cancellationToken) : [],
            };
        }

        private Line Line(Tender tender, TenderBid bid, string supplier, Evaluator? mine, List<BidMark> marks)
        {
            var conflict = mine is not null && tender.HasConflict(mine.AccountId, bid.Id);
            var sees = mine is { DeclaredAt: not null } && !conflict;
            return new(bid.Id, bid.Number!.Value, supplier, conflict, sees ? envelopes.Offer(tender, bid, bid.Submissions[^1]) : null,
                marks.Where(m => m.BidId == bid.Id && m.EvaluatorId == mine?.AccountId).ToDictionary(m => m.Criterion));
        }
    }
}
