using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Scorecards;

/// <summary>Writes a scorecard as a workbook that management reads and prints.</summary>
public interface IScorecardWorkbook
{
    byte[] Write(ScorecardView scorecard, WorkbookEdition edition);
}

/// <summary>One scorecard as an Excel workbook.</summary>
public static class ExportScorecard
{
    /// <param name="Language">Null for the reader's own; another than there is falls back to English.</param>
    public sealed record Query(ScorecardId Id, string? Language = null, TimeZoneInfo? Zone = null) : IRequest<Result>;

    public sealed record Result(string FileName, byte[] Content);

    /// <summary>The language of a workbook that comes nearest to a tag: English unless it is Chinese.</summary>
    internal static string LanguageOf(string tag) => tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh-Hans" : "en";

    internal sealed class Handler(IAppDb db, ICurrentUser user, TimeProvider time, IScorecardWorkbook workbook) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var view = await db.View(request.Id, cancellationToken);
            var edition = new WorkbookEdition(LanguageOf(request.Language ?? user.Language), request.Zone ?? TimeZoneInfo.Utc, time.Now(), user.Name);
            return new(FileName(view), workbook.Write(view, edition));
        }

        private static string FileName(ScorecardView view)
        {
            var name = new string([.. view.SupplierName.Select(c => char.IsLetterOrDigit(c) ? c : '-')]);
            var words = string.Join('-', name.Split('-', StringSplitOptions.RemoveEmptyEntries));
            return $"scorecard-{(words.Length > 60 ? words[..60].TrimEnd('-') : words)}-{view.Card.AsOf:yyyy-MM-dd}.xlsx";
        }
    }
}
