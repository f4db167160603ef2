using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>Proposes whom to award, and stores the evaluation whole.</summary>
public static class ProposeAward
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Id { get; init; }

        public BidId? Bid { get; init; }

        public string? Reason { get; init; }

        /// <summary>The bidder's standing has been thought of.</summary>
        public bool Acknowledge { get; init; }
    }

    internal sealed class Handler(IAppDb db, Evaluating evaluating, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var tender = await db.Hold(command.Id, cancellationToken);
            var progress = await evaluating.Read(tender, cancellationToken);
            if (progress.Report is not { } report)
                throw new RulesBroken(progress.Waits);
            var winner = progress.Bids.FirstOrDefault(line => line.Bid.Id == command.Bid) ?? throw TenderRefusals.WinnerNotFirst(First(progress));
            tender.Propose(winner.Bid.Id, command.Reason, me.Sign(time.Now()), [.. Obstacles(command, progress, winner)]);
            var number = await db.StoredEvaluations.CountAsync(e => e.TenderId == tender.Id, cancellationToken) + 1;
            db.StoredEvaluations.Add(new() { TenderId = tender.Id, Number = number, At = report.EvaluatedAt, By = me.Name, Report = TenderJson.Write(report) });
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);

        private static IEnumerable<RuleBroken> Obstacles(Command command, EvaluationProgress progress, EvaluatedBid winner)
        {
            var evaluation = progress.Report!.Evaluation;
            if (winner.Against is not null)
                yield return TenderRefusals.WinnerExcluded();
            else if (!evaluation.Ranking.Any(bid => bid.Rank == 1 && bid.Id == winner.Label))
                yield return TenderRefusals.WinnerNotFirst(First(progress));
            if (winner.Standing.Blocks)
                yield return TenderRefusals.WinnerBlocked(winner.Supplier, winner.Standing.Reason ?? "");
            else if (winner.Standing.Warns && !command.Acknowledge)
                yield return TenderRefusals.WinnerStanding(winner.Supplier);
            if (evaluation.Conditional.Contains(winner.Label) && winner.Bid.Compliance is not { Complies: true })
                yield return winner.Bid.Compliance is null ? TenderRefusals.ComplianceOpen(winner.Supplier) : TenderRefusals.NotCompliant(winner.Supplier);
            // Whose price might be excluded still is part of everybody's score.
            foreach (var low in progress.Bids.Where(line => evaluation.AbnormallyLow.Any(bid => bid.Id == line.Label) && line.Bid.Explanation?.Accepted is null))
                yield return TenderRefusals.ExplanationOpen(low.Supplier);
        }

        private static string First(EvaluationProgress progress) =>
            string.Join(", ", progress.Bids.Where(line => progress.Report!.Evaluation.Ranking.Any(bid => bid.Rank == 1 && bid.Id == line.Label)).Select(line => line.Supplier));
    }
}
