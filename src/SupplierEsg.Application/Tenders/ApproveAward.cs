using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

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
