using System.Globalization;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>What every sheet tells from.</summary>
internal sealed class EvaluationContent
{
    public const string None = "–";

    private readonly ITexts texts;
    private readonly WorkbookEdition edition;
    private readonly CultureInfo culture;

    public EvaluationContent(ITexts texts, EvaluationReport report, WorkbookEdition edition)
    {
        (this.texts, this.edition, Report) = (texts, edition, report);
        culture = CultureInfo.GetCultureInfo(IsChinese ? "zh-CN" : "en-GB");
        var results = report.Evaluation.Ranking.ToDictionary(bid => bid.Id, StringComparer.Ordinal);
        Admitted = [.. report.Bids.Where(bid => results.ContainsKey(bid.Figures.Id)).Select(bid => new AdmittedBid(bid, results[bid.Figures.Id]))];
        var digits = Admitted.Select(bid => Decimals.WholeDigits(bid.Result.Price.Bid + bid.Result.Price.LifeCycleCosts)).DefaultIfEmpty(1).Max();
        AmountDecimals = Math.Clamp(13 - digits, 0, 6);
        AmountWidth = Math.Max(15, digits + (digits / 3) + 5);
    }

    public EvaluationReport Report { get; }

    public EvaluationRules Rules => Report.Rules.Evaluation;

    public IReadOnlyList<Criterion> Criteria => Rules.Criteria;

    /// <summary>In the order in which they were received.</summary>
    public IReadOnlyList<AdmittedBid> Admitted { get; }

    public string MadeBy => edition.MadeBy;

    public DateTime MadeAt => edition.MadeAt;

    /// <summary>A step that is asked a second time decides nothing more.</summary>
    public IReadOnlyList<TieBreak> TieBreaks => [.. Rules.TieBreaks.Distinct()];

    /// <summary>Six, or as many as a cell holds beside digits before the point.</summary>
    public int AmountDecimals { get; }

    public string AmountTolerance => AmountDecimals == 0 ? "1" : "0." + new string('0', AmountDecimals - 1) + "1";

    public double AmountWidth { get; }

    public string Equal => Say("equal");

    public string Different => Say("different");

    private bool IsChinese => edition.Language != "en";

    public string Say(string english, params object[] args) => texts.In(edition.Language, english, args);

    /// <summary>A number as it was given: at most 6 decimals.</summary>
    public string Number(Rational number) => number.Round(6).ToText().Replace('-', '−');

    /// <summary>One decimal, half away from zero.</summary>
    public string Score(Rational score) => score.Round(1).ToDecimal6().ToString("0.0", culture);

    public string Amount(Rational amount) => $"{Report.Currency} {amount.Round(2).ToDecimal().ToString("#,##0.00", culture)}";

    public string Moment(DateTime utc)
    {
        var offset = edition.Zone.GetUtcOffset(utc);
        var zone = offset == TimeSpan.Zero ? "UTC" : $"UTC{(offset < TimeSpan.Zero ? "−" : "+")}{offset:hh\\:mm}";
        return $"{TimeZoneInfo.ConvertTimeFromUtc(utc, edition.Zone).ToString(IsChinese ? "yyyy年M月d日 HH:mm" : "d MMMM yyyy, HH:mm", culture)} ({zone})";
    }

    /// <summary>Names as a list within a sentence.</summary>
    public string Listed(IEnumerable<string> names) => string.Join(Say(", "), names);

    public string Name(Criterion criterion) => NameOf(criterion.Code, criterion.Kind);

    public string NameOf(string code)
    {
        var criterion = Criteria.FirstOrDefault(c => c.Code == code);
        return criterion is null ? code : Name(criterion);
    }

    private string NameOf(string code, CriterionKind kind) =>
        Report.Rules.Names.TryGetValue(code, out var name) && name.Length > 0 ? name : kind switch
        {
            CriterionKind.Price => Say("Price"),
            CriterionKind.Esg => Say("ESG score"),
            _ => code,
        };

    public string SupplierOf(string bid) => Report.Bids.FirstOrDefault(b => b.Figures.Id == bid)?.Supplier ?? "";

    /// <summary>Bidder and number.</summary>
    public string Called(string bid) => SupplierOf(bid) is { Length: > 0 } supplier && supplier != bid ? Say("{0} ({1})", supplier, bid) : bid;

    /// <summary>A4 landscape, page numbers, and at the foot which evaluation it is.</summary>
    public void Print(LiveSheet sheet)
    {
        sheet.House.Print(Say("Evaluation of bids: {0}", Report.Title), Say("Page {0} of {1}"), landscape: true);
        var foot = Say("Evaluated {0} by {1}.", Moment(Report.EvaluatedAt), Report.EvaluatedBy);
        sheet.Cells.PageSetup.Footer.Left.AddText((foot.Length <= 120 ? foot : foot[..120]).Replace("&", "&&", StringComparison.Ordinal));
    }
}

/// <summary>A bid with what the system found.</summary>
internal sealed record AdmittedBid(ReportedBid Bid, RankedBid Result)
{
    public string Id => Result.Id;

    public Rational? Esg => Bid.Figures.Esg?.Overall;
}
