using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Colleagues;

/// <summary>Sends a colleague the mail again; the link sent before stops working.</summary>
public static class InviteColleagueAgain
{
    public sealed record Command(AssessmentId AssessmentId, ColleagueId ColleagueId) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var assessment = await db.Hold(command.AssessmentId, cancellationToken);
            var colleague = await db.Colleagues.FirstOrDefaultAsync(c => c.Id == command.ColleagueId && c.AssessmentId == assessment.Id, cancellationToken).OrNotFound("colleague");
            assessment.InviteAgain(colleague, time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}
