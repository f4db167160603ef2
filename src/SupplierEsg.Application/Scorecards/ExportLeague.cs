using MediatR;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Application.Scorecards;

/// <summary>Writes the league table as a workbook that management reads and prints.</summary>
public interface ILeagueWorkbook
{
    byte[] Write(LeagueContent league, WorkbookEdition edition);
}

/// <summary>What the workbook tells.</summary>
/// <param name="Filter">What it was narrowed by.</param>
/// <param name="Rows">In the order asked for.</param>
/// <param name="Ranked">How many the ranks are counted among.</param>
/// <param name="Today">The day on which they are current.</param>
public sealed record LeagueContent(LeagueFilter Filter, IReadOnlyList<LeagueRow> Rows, int Ranked, DateOnly Today);

/// <summary>All rows of the league table as it is filtered and sorted, as an Excel workbook.</summary>
public static class ExportLeague
{
    public sealed record Query : LeagueFilter, IRequest<Result>
    {
        public Query(LeagueFilter filter)
            : base(filter)
        {
        }

        /// <summary>Null for the reader's own.</summary>
        public string? Language { get; init; }

        public TimeZoneInfo? Zone { get; init; }
    }

    public sealed record Result(string FileName, byte[] Content);

    internal sealed class Handler(IAppDb db, ICurrentUser user, TimeProvider time, ILeagueWorkbook workbook) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken token)
        {
            var league = await League.Of(db, query, time.Today(), token);
            var content = new LeagueContent(query, await league.Rows(league.Shown, token), league.Ranked, time.Today());
            var edition = new WorkbookEdition(ExportScorecard.LanguageOf(query.Language ?? user.Language), query.Zone ?? TimeZoneInfo.Utc, time.Now(), user.Name);
            return new($"league-table-{time.Today():yyyy-MM-dd}.xlsx", workbook.Write(content, edition));
        }
    }
}
