using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Colleagues;

/// <summary>Takes themes for oneself; no mail goes out.</summary>
public static class TakeThemes
{
    /// <param name="Themes">Codes; all others are given up.</param>
    public sealed record Command(AssessmentId AssessmentId, IReadOnlyList<string>? Themes) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, CompiledQuestionnaires questionnaires, IAccounts accounts, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var assessment = await db.Hold(command.AssessmentId, cancellationToken);
            var known = await questionnaires.ThemesOf(assessment, cancellationToken);
            var own = await accounts.Find(me.Id ?? default, cancellationToken).OrNotFound("account");
            var there = await db.Colleagues.Where(c => c.AssessmentId == assessment.Id).ToListAsync(cancellationToken);
            if (there.Find(c => c.AccountId == own.Id) is { } already)
                assessment.GiveThemes(already, command.Themes ?? [], known);
            else
                db.Colleagues.Add(assessment.InviteColleague(there, new Invitee(own.Name, own.Email, own.Language), command.Themes ?? [], known, own.Name, own.Id, time.Now()));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}
