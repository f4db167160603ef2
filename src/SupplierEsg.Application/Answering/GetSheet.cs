using MediatR;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Answering;

/// <summary>All that the pages of an assessment show: task list, themes, check answers.</summary>
public static class GetSheet
{
    public sealed record Query(AssessmentId AssessmentId) : IRequest<Sheet>;

    internal sealed class Handler(Sheets sheets) : IRequestHandler<Query, Sheet>
    {
        public Task<Sheet> Handle(Query query, CancellationToken cancellationToken) => sheets.GetWithEvidence(query.AssessmentId, cancellationToken);
    }
}
