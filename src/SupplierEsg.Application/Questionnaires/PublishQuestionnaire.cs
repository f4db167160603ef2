using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires;

/// <summary>Makes a draft the version that suppliers can be invited to; from then on it never changes.</summary>
public static class PublishQuestionnaire
{
    public sealed record Command(QuestionnaireVersionId Id) : IRequest<QuestionnaireVersionId>
    {
        /// <summary>The <see cref="Aggregate.Version"/> that was looked at before; null to publish what is there.</summary>
        public int? Version { get; init; }
    }

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, QuestionnaireVersionId>
    {
        public async Task<QuestionnaireVersionId> Handle(Command command, CancellationToken cancellationToken)
        {
            var version = await db.QuestionnaireVersions.FirstOrDefaultAsync(v => v.Id == command.Id, cancellationToken).OrNotFound("questionnaire");
            // That it is published already says more than that it has changed.
            if (version.State == VersionState.Draft)
                version.RequireVersion(command.Version);
            // The rules may have grown stricter since the draft was imported.
            if (CompiledQuestionnaire.Compile(QuestionnaireJson.ReadStored(version.Definition)).Faults is [var fault, ..])
                throw QuestionnaireRules.NoLongerValid(version, fault);
            version.Publish(time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return version.Id;
        }
    }
}
