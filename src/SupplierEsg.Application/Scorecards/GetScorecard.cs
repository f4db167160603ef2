using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Scorecards;

/// <summary>One scorecard with the reason for every point.</summary>
public static class GetScorecard
{
    public sealed record Query(ScorecardId Id) : IRequest<ScorecardView>;

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, ScorecardView>
    {
        public Task<ScorecardView> Handle(Query request, CancellationToken cancellationToken) => db.View(request.Id, cancellationToken);
    }
}
