using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>A tender as a bidder sees it: what is asked and how it is judged, what others have asked, and what came of the own bid.</summary>
public static class GetOwnTender
{
    public sealed record Query(TenderId Id) : IRequest<Result>;

    public sealed record Result
    {
        public required Tender Tender { get; init; }

        public required DateTime Now { get; init; }

        public required LocalText? Questionnaire { get; init; }

        public required IReadOnlyList<Asked> Questions { get; init; }

        public required IReadOnlyList<TenderEdition> Editions { get; init; }

        /// <summary>Null while none was begun.</summary>
        public required TenderBid? Bid { get; init; }

        /// <summary>Null until the decision is told.</summary>
        public required Decision? Decision { get; init; }

        public required IReadOnlyList<Complaint> Complaints { get; init; }
    }

    /// <param name="Own">Asked by the own company; nobody learns whose the others are.</param>
    public sealed record Asked(string Question, DateTime At, string? Answer, DateTime? AnsweredAt, bool Own);

    /// <summary>What the letter to this bidder holds.</summary>
    /// <param name="Mine">Null where the bid was excluded.</param>
    /// <param name="Report">To name things from; of other bids the page shows no more than the winner's figures.</param>
    public sealed record Decision(bool Won, string Winner, RankedBid? WinnerFigures, RankedBid? Mine, ExcludedBid? Excluded, IReadOnlyList<ReportedMark> MyMarks, int Ranked, string Reason, EvaluationReport Report)
    {
        public TenderRules Rules => Report.Rules;
    }

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var supplier = me.RequireSupplier();
            var tender = await db.Tenders.AsNoTracking().SingleOrDefaultAsync(t => t.Id == query.Id, cancellationToken).OrNotFound("tender");
            var bid = await db.Bids.AsNoTracking().SingleOrDefaultAsync(b => b.TenderId == tender.Id && b.SupplierId == supplier, cancellationToken);
            return new()
            {
                Tender = tender, Now = time.Now(), Bid = bid, Decision = bid is null ? null : await db.DecisionFor(tender, bid, cancellationToken),
                Questionnaire = tender.Rules?.Questionnaire is { } version ? await db.QuestionnaireVersions.Where(v => v.Id == version).Select(v => v.Title).SingleOrDefaultAsync(cancellationToken) : null,
                Questions = await db.TenderQuestions.AsNoTracking().Where(q => q.TenderId == tender.Id).OrderBy(q => q.AskedAt)
                    .Select(q => new Asked(q.Question, q.AskedAt, q.Answer, q.AnsweredAt, q.AskedBy == supplier)).ToListAsync(cancellationToken),
                Editions = await db.TenderEditions.AsNoTracking().Where(e => e.TenderId == tender.Id).OrderBy(e => e.Number).ToListAsync(cancellationToken),
                Complaints = await db.Complaints.AsNoTracking().Where(c => c.TenderId == tender.Id && c.SupplierId == supplier).OrderBy(c => c.FiledAt).ToListAsync(cancellationToken),
            };
        }
    }
}
