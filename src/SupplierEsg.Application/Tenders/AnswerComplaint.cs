using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

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
