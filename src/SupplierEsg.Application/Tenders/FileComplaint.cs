using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

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
