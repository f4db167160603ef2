using MediatR;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Application.Scorecards;

/// <summary>The league table of the current scorecards, page by page.</summary>
public static class ListLeague
{
    public sealed record Query : LeagueFilter, IRequest<Result>
    {
        public Query(LeagueFilter filter)
            : base(filter)
        {
        }

        public int Page { get; init; } = 1;
    }

    /// <param name="Page">The rows.</param>
    /// <param name="Ranked">How many the ranks are counted among.</param>
    /// <param name="Bands">All bands there are, for the filter.</param>
    /// <param name="Questionnaires">All questionnaires that have scorecards, with their latest title.</param>
    public sealed record Result(Page<LeagueRow> Page, int Ranked, IReadOnlyList<string> Bands, IReadOnlyList<ListScorecards.Form> Questionnaires);

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken token)
        {
            var league = await League.Of(db, query, time.Today(), token);
            var (total, size) = (league.Shown.Count, Paging.RowsPerPage);
            var number = Math.Clamp(query.Page, 1, Math.Max(1, (total + size - 1) / size));
            var rows = await league.Rows([.. league.Shown.Skip((number - 1) * size).Take(size)], token);
            return new(new(rows, total, number, size), league.Ranked, league.Bands, await db.FormsWithScorecards(token));
        }
    }
}
