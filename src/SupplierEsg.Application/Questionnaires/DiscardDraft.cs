using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Questionnaires;

public static class DiscardDraft
{
    /// <summary>Answers the form id of what was discarded.</summary>
    public sealed record Command(QuestionnaireVersionId Id) : IRequest<string>;

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var version = await db.QuestionnaireVersions.FirstOrDefaultAsync(v => v.Id == command.Id, cancellationToken).OrNotFound("questionnaire");
            version.Discard();
            db.QuestionnaireVersions.Remove(version);
            await db.SaveChangesAsync(cancellationToken);
            return version.FormId;
        }
    }
}
