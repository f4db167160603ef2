using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Assessments;

/// <summary>The questionnaires suppliers were invited to, with their latest title, to filter by.</summary>
public static class ListForms
{
    public sealed record Query : IRequest<IReadOnlyList<Form>>;

    public sealed record Form(string FormId, LocalText Title);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, IReadOnlyList<Form>>
    {
        public async Task<IReadOnlyList<Form>> Handle(Query request, CancellationToken cancellationToken)
        {
            var versions = await db.QuestionnaireVersions
                .Where(v => db.Assessments.Any(a => a.QuestionnaireVersionId == v.Id))
                .OrderBy(v => v.FormId).ThenByDescending(v => v.Number)
                .Select(v => new Form(v.FormId, v.Title)).ToListAsync(cancellationToken);
            return [.. versions.DistinctBy(v => v.FormId)];
        }
    }
}
