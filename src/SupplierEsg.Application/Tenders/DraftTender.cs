using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>Begins a tender: what is to be bought, and until when bids are taken.</summary>
public static class DraftTender
{
    public sealed record Command : IRequest<TenderId>
    {
        public TypedFacts Facts { get; init; } = new();
    }

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, TenderId>
    {
        public async Task<TenderId> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = Tender.Draft(command.Facts.ToFacts(), time.Now());
            db.Tenders.Add(tender);
            await db.SaveChangesAsync(cancellationToken);
            return tender.Id;
        }
    }
}
