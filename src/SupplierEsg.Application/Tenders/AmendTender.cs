using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

/// <summary>Changes a published tender by a new edition, of which every bidder is told.</summary>
public static class AmendTender
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Id { get; init; }

        public int? Version { get; init; }

        public TypedFacts Facts { get; init; } = new();

        /// <summary>Null to leave the rules as they are.</summary>
        public TypedRules? Rules { get; init; }

        public string? Reason { get; init; }
    }

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var tender = await db.Hold(command.Id, cancellationToken);
            tender.RequireVersion(command.Version);
            var rules = command.Rules is null ? tender.Rules! : await db.Read(command.Rules, cancellationToken);
            var hasBids = await db.Bids.AnyAsync(b => b.TenderId == tender.Id && b.Submissions.Any(), cancellationToken);
            db.TenderEditions.Add(tender.Amend(command.Facts.ToFacts(), rules, command.Reason, hasBids, me.Sign(time.Now())));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}
