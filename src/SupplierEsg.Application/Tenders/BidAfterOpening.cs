using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>The bidder explains a price that looks abnormally low.</summary>
public static class ExplainPrice
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Tender { get; init; }

        public string? Reason { get; init; }
    }

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var bid = await db.OwnBid(command.Tender, me.RequireSupplier(), cancellationToken).OrNotFound("bid");
            bid.Explain(command.Reason?.ReplaceLineEndings("\n"), time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>A bidder objects to the decision, within the standstill.</summary>
public static class FileComplaint
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Tender { get; init; }

        public string? Text { get; init; }
    }

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Tender, cancellationToken);
            var bid = await db.OwnBid(tender.Id, me.RequireSupplier(), cancellationToken).OrNotFound("bid");
            db.Complaints.Add(Complaint.File(tender, bid, command.Text?.ReplaceLineEndings("\n"), time.Now()));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

public static class AnswerComplaint
{
    public sealed record Command : IRequest<Unit>
    {
        public ComplaintId Complaint { get; init; }

        public bool Upheld { get; init; }

        public string? Answer { get; init; }
    }

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var complaint = await db.Complaints.SingleOrDefaultAsync(c => c.Id == command.Complaint, cancellationToken).OrNotFound("complaint");
            complaint.Reply(command.Upheld, command.Answer?.ReplaceLineEndings("\n"), me.Sign(time.Now()));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
