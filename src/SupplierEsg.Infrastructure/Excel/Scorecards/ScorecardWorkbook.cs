using ClosedXML.Excel;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Infrastructure.Content.Scores;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Scorecards;

/// <summary>One supplier's scorecard as a workbook to read and to print: cover, summary, questions, definitions.</summary>
internal sealed class ScorecardWorkbook(ITexts texts) : IScorecardWorkbook
{
    public byte[] Write(ScorecardView scorecard, WorkbookEdition edition)
    {
        var content = new ScorecardContent(scorecard, edition, ScoreWords.Of(texts, edition.Language, scorecard));
        using var workbook = HouseStyle.NewWorkbook(content.Say("ESG scorecard: {0}", scorecard.SupplierName));
        workbook.Properties.Subject = content.Words.Title;
        workbook.Properties.Author = edition.MadeBy;
        workbook.Properties.Company = "SupplierEsg";
        workbook.Properties.Created = edition.MadeAt;
        CoverSheet.Add(workbook, content);
        var chart = SummarySheet.Add(workbook, content);
        QuestionsSheet.Add(workbook, content);
        DefinitionsSheet.Add(workbook, content);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        // The writer knows no charts; one is put in last, because saving again would lose it.
        if (chart is not null)
            ThemeBarChart.AddTo(stream, chart);
        return stream.ToArray();
    }
}

/// <summary>What every sheet tells from.</summary>
internal sealed record ScorecardContent(ScorecardView View, WorkbookEdition Edition, ScoreWords Words)
{
    public string Say(string english, params object[] args) => Words.Say(english, args);

    public string Moment(DateTime utc)
    {
        var offset = Edition.Zone.GetUtcOffset(utc);
        var zone = offset == TimeSpan.Zero ? "UTC" : $"UTC{(offset < TimeSpan.Zero ? "−" : "+")}{offset:hh\\:mm}";
        return $"{Words.Moment(TimeZoneInfo.ConvertTimeFromUtc(utc, Edition.Zone))} ({zone})";
    }

    /// <summary>A4, page numbers, and at the foot whose scorecard of which day it is.</summary>
    public void Print(HouseSheet sheet, bool landscape)
    {
        sheet.Print(Say("ESG scorecard: {0}", View.SupplierName), Say("Page {0} of {1}"), landscape);
        var foot = Say("Scorecard of {0}, made {1}", Words.Date(View.Card.AsOf), Moment(View.Card.MadeAt));
        sheet.Cells.PageSetup.Footer.Left.AddText(foot.Replace("&", "&&", StringComparison.Ordinal));
    }
}
