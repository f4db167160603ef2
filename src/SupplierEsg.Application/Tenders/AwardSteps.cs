using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>The second person agrees; letters go to all bidders, and the standstill begins.</summary>
public static class ApproveAward
{
    public sealed record Command(TenderId Id) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            tender.Approve(me.Sign(time.Now()));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>The second person doesn't agree.</summary>
public static class RefuseProposal
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Id { get; init; }

        public string? Reason { get; init; }
    }

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            tender.RefuseProposal(command.Reason);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>Within the standstill: the decision is looked at again, because of a complaint or of something new.</summary>
public static class TakeBackAward
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Id { get; init; }

        public string? Reason { get; init; }
    }

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            tender.TakeBackAward(command.Reason);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>After the standstill, with all complaints answered.</summary>
public static class AwardTender
{
    public sealed record Command(TenderId Id) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var tender = await db.Hold(command.Id, cancellationToken);
            var winner = tender.Proposal is { } proposal ? await db.Find(proposal.BidId, cancellationToken) : throw TenderRefusals.NotNow(tender.State);
            var standing = Standing.Of(await db.Suppliers.SingleAsync(s => s.Id == winner.SupplierId, cancellationToken));
            if (standing.Blocks)
                throw TenderRefusals.WinnerBlocked((await db.Suppliers.SingleAsync(s => s.Id == winner.SupplierId, cancellationToken)).LegalName, standing.Reason ?? "");
            tender.Award(winner.SupplierId, await db.Complaints.CountAsync(c => c.TenderId == tender.Id && c.Upheld == null, cancellationToken), time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}

/// <summary>Records the contract with the ESG clauses and targets that the bid promised.</summary>
public static class RecordContract
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Id { get; init; }

        public string? Number { get; init; }

        public DateOnly? SignedOn { get; init; }

        public string? EsgClauses { get; init; }
    }

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            tender.Record(new((command.Number ?? "").Trim(), command.SignedOn, (command.EsgClauses ?? "").ReplaceLineEndings("\n").Trim(), time.Now(), me.Name));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>Ends a tender without an award; every bidder is told why.</summary>
public static class EndTender
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Id { get; init; }

        public string? Reason { get; init; }
    }

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var tender = await db.Hold(command.Id, cancellationToken);
            tender.End(command.Reason, time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}
