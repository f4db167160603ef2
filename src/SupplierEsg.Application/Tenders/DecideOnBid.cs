using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>What the buyer decides about a bid between opening and award, each with its reason.</summary>
public static class DecideOnBid
{
    public enum Step
    {
        Exclude,
        TakeBackExclusion,
        AskForExplanation,
        AcceptExplanation,
        RejectExplanation,
        Complies,
        DoesNotComply,
    }

    public sealed record Command : IRequest<Unit>
    {
        public TenderId Id { get; init; }

        public BidId Bid { get; init; }

        /// <summary>Null while nothing was chosen.</summary>
        public Step? Step { get; init; }

        /// <summary>Of an exclusion.</summary>
        public ExclusionGround? Ground { get; init; }

        /// <summary>Of a request for explanation: how many days the bidder has.</summary>
        public int Days { get; init; } = 3;

        public string? Reason { get; init; }
    }

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var by = me.Sign(time.Now());
            var tender = await db.Find(command.Id, cancellationToken);
            tender.RequireEvaluating();
            var bid = await db.Find(command.Bid, cancellationToken);
            if (bid.TenderId != tender.Id)
                throw new NotFound("bid");
            if (tender.HasConflict(by.AccountId, bid.Id))
                throw TenderRefusals.Conflict();
            switch (command.Step)
            {
                case null:
                    throw TenderRefusals.StepMissing();
                case Step.Exclude:
                    bid.Exclude(command.Ground, command.Reason, by);
                    break;
                case Step.TakeBackExclusion:
                    bid.TakeBackExclusion(command.Reason);
                    break;
                case Step.AskForExplanation:
                    if (!tender.ArePricesOpen)
                        throw TenderRefusals.PricesSealed();
                    bid.AskForExplanation(command.Reason, by.At.AddDays(Math.Clamp(command.Days, 1, 60)), by);
                    break;
                case Step.AcceptExplanation or Step.RejectExplanation:
                    bid.DecideExplanation(command.Step == Step.AcceptExplanation, command.Reason, by);
                    break;
                default:
                    bid.DecideCompliance(command.Step == Step.Complies, command.Reason, by);
                    break;
            }
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
