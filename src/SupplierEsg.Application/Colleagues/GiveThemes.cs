using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Colleagues;

/// <summary>Changes which themes a colleague has.</summary>
public static class GiveThemes
{
    public sealed record Command(AssessmentId AssessmentId, ColleagueId ColleagueId, IReadOnlyList<string>? Themes) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, CompiledQuestionnaires questionnaires) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var assessment = await db.Hold(command.AssessmentId, cancellationToken);
            var colleague = await db.Colleagues.FirstOrDefaultAsync(c => c.Id == command.ColleagueId && c.AssessmentId == assessment.Id, cancellationToken).OrNotFound("colleague");
            assessment.GiveThemes(colleague, command.Themes ?? [], await questionnaires.ThemesOf(assessment, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}
