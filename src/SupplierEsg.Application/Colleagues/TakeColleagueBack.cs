using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Colleagues;

/// <summary>Takes an invitation back that the colleague hasn't accepted.</summary>
public static class TakeColleagueBack
{
    public sealed record Command(AssessmentId AssessmentId, ColleagueId ColleagueId) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var assessment = await db.Hold(command.AssessmentId, cancellationToken);
            var colleague = await db.Colleagues.FirstOrDefaultAsync(c => c.Id == command.ColleagueId && c.AssessmentId == assessment.Id, cancellationToken).OrNotFound("colleague");
            assessment.TakeBack(colleague);
            db.Colleagues.Remove(colleague);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}
