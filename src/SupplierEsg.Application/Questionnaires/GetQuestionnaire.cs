using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires;

public static class GetQuestionnaire
{
    public sealed record Query(QuestionnaireVersionId Id) : IRequest<Result>;

    /// <param name="Version">The row as it stands; it is not tracked.</param>
    public sealed record Result(QuestionnaireVersion Version, QuestionnaireDefinition Definition);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var version = await db.QuestionnaireVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Id == query.Id, cancellationToken).OrNotFound("questionnaire");
            return new(version, QuestionnaireJson.ReadStored(version.Definition));
        }
    }
}
