using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Questionnaires.Comparing;

namespace SupplierEsg.Application.Questionnaires;

/// <summary>A version beside another one of the same questionnaire: beside the one before it, unless another is named.</summary>
public static class CompareVersions
{
    public sealed record Query(QuestionnaireVersionId Id, QuestionnaireVersionId? With = null) : IRequest<Result>;

    /// <param name="Label">The author's own version; empty where the workbook has none.</param>
    public sealed record Other(QuestionnaireVersionId Id, int Number, string Label, VersionState State);

    /// <param name="Others">All other versions of the questionnaire, the newest first.</param>
    /// <param name="Before">The one it is compared with; null where it is the first.</param>
    /// <param name="Old">What the other version says.</param>
    /// <param name="Changes">From the other version to this one; null where there is none.</param>
    public sealed record Result(
        QuestionnaireVersion Version, QuestionnaireDefinition Definition, IReadOnlyList<Other> Others, Other? Before, QuestionnaireDefinition? Old, QuestionnaireChanges? Changes);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var version = await db.QuestionnaireVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Id == query.Id, cancellationToken).OrNotFound("questionnaire");
            var definition = QuestionnaireJson.ReadStored(version.Definition);
            var others = await db.QuestionnaireVersions.Where(v => v.FormKey == version.FormKey && v.Id != version.Id)
                .OrderByDescending(v => v.Number).Select(v => new Other(v.Id, v.Number, v.Label, v.State)).ToListAsync(cancellationToken);
            var before = query.With is { } wanted
                ? others.FirstOrDefault(other => other.Id == wanted) ?? throw new NotFound("questionnaire")
                : others.FirstOrDefault(other => other.Number < version.Number);
            if (before is null)
                return new(version, definition, others, null, null, null);
            var old = QuestionnaireJson.ReadStored(await db.QuestionnaireVersions.Where(v => v.Id == before.Id).Select(v => v.Definition).FirstAsync(cancellationToken));
            return new(version, definition, others, before, old, QuestionnaireChanges.Between(old, definition));
        }
    }
}
