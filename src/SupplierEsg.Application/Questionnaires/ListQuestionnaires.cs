using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires;

/// <summary>Versions of all questionnaires, the newest version of each first.</summary>
public static class ListQuestionnaires
{
    public sealed record Query(VersionState? State = null, string? FormId = null, int Page = 1) : IRequest<Page<Row>>;

    /// <param name="Label">The author's own version; empty where the workbook has none.</param>
    public sealed record Row(
        QuestionnaireVersionId Id, string FormId, int Number, string Label, LocalText Title, VersionState State,
        int QuestionCount, string Languages, string? SourceFile, DateTime ImportedAt, DateTime? PublishedAt);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Page<Row>>
    {
        public Task<Page<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var versions = db.QuestionnaireVersions.AsNoTracking();
            if (query.State is { } state)
                versions = versions.Where(v => v.State == state);
            if (!string.IsNullOrWhiteSpace(query.FormId))
            {
                var key = QuestionnaireVersion.KeyOf(query.FormId);
                versions = versions.Where(v => v.FormKey == key);
            }
            return versions
                .OrderBy(v => v.FormKey).ThenByDescending(v => v.Number)
                .Select(v => new Row(v.Id, v.FormId, v.Number, v.Label, v.Title, v.State, v.QuestionCount, v.Languages, v.SourceFile, v.ImportedAt, v.PublishedAt))
                .ToPage(query.Page, cancellationToken);
        }
    }
}
