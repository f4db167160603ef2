using System.Globalization;
using ClosedXML.Excel;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Scorecards;

/// <summary>The league table as one sheet to sort and to filter, with what it was narrowed by at its head.</summary>
internal sealed class LeagueWorkbook(ITexts texts) : ILeagueWorkbook
{
    private const int HeadingRow = 5;

    private static readonly double[] Widths = [7, 34, 30, 20, 30, 9, 11, 11, 11, 12, 12, 22, 9, 13, 12, 14];

    public byte[] Write(LeagueContent league, WorkbookEdition edition)
    {
        string Say(string english, params object[] args) => texts.In(edition.Language, english, args);
        using var workbook = HouseStyle.NewWorkbook(Say("ESG league table"));
        workbook.Properties.Author = edition.MadeBy;
        workbook.Properties.Company = "SupplierEsg";
        workbook.Properties.Created = edition.MadeAt;
        var sheet = HouseSheet.Add(workbook, Say("League table"), Widths);
        Head(sheet, league, edition, Say);
        sheet.Headings(HeadingRow, frozen: true,
            Say("Rank"), Say("Supplier"), Say("Product categories"), Say("Country"), Say("Questionnaire"), Say("Band"), Say("Verified"), Say("Since the last"), Say("Declared"),
            Say("Complete"), Say("Evidence"), Say("Eligibility"), Say("Gates not passed"), Say("Valid until"), Say("Made"), Say("Review"));
        sheet.Cells.Row(HeadingRow).Height = 32;
        sheet.Cells.SheetView.FreezeColumns(2);
        var row = HeadingRow;
        foreach (var line in league.Rows)
            Line(sheet, ++row, line, edition, Say);
        sheet.Body(HeadingRow + 1, row, Widths.Length);
        sheet.Bars(HeadingRow + 1, row, 7).Bars(HeadingRow + 1, row, 9).Bars(HeadingRow + 1, row, 10, 1).Bars(HeadingRow + 1, row, 11, 1);
        if (row > HeadingRow)
            sheet.Cells.Range(HeadingRow, 1, row, Widths.Length).SetAutoFilter();
        sheet.Print(Say("ESG league table"), Say("Page {0} of {1}"), landscape: true);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }

    private void Head(HouseSheet sheet, LeagueContent league, WorkbookEdition edition, Func<string, object[], string> say)
    {
        string Say(string english, params object[] args) => say(english, args);
        sheet.Title(1, Say("ESG league table"), Narrowed(league.Filter, edition.Language) is { Length: > 0 } filters ? filters : Say("All current scorecards"));
        var made = TimeZoneInfo.ConvertTimeFromUtc(edition.MadeAt, edition.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        sheet.Text(3, 1, Say("{0} scorecards, ranked among {1} by the verified score; equal scores share a rank. Made {2} for {3}.", league.Rows.Count, league.Ranked, made, edition.MadeBy))
            .Style.Font.SetFontColor(HouseStyle.Muted);
    }

    private string Narrowed(LeagueFilter filter, string language)
    {
        string Say(string english, params object[] args) => texts.In(language, english, args);
        string?[] parts =
        [
            filter.Search is { } search ? Say("Search: {0}", search) : null,
            filter.Questionnaire is { } form ? Say("Questionnaire: {0}", form) : null,
            filter.Category is { } category ? Say("Category: {0}", CategoryName(category, language)) : null,
            filter.Country is { } country ? Say("Country: {0}", CountryName(country, language)) : null,
            filter.Band is { } band ? Say("Band: {0}", band) : null,
            filter.Eligibility is { } eligibility ? Say("Eligibility: {0}", Word(eligibility, language)) : null,
            filter.Provisional ? Say("With provisional ones") : null,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    private void Line(HouseSheet sheet, int row, LeagueRow line, WorkbookEdition edition, Func<string, object[], string> say)
    {
        string Say(string english, params object[] args) => say(english, args);
        sheet.Number(row, 1, line.Rank, "0").Style.Font.SetBold();
        sheet.Text(row, 2, line.SupplierLocalName is { } local ? $"{line.Supplier} ({local})" : line.Supplier);
        sheet.Text(row, 3, string.Join(Say(", "), line.Categories.Select(code => CategoryName(code, edition.Language))));
        sheet.Text(row, 4, CountryName(line.Country, edition.Language));
        sheet.Text(row, 5, line.Questionnaire.In(edition.Language));
        sheet.Text(row, 6, line.Band ?? "–");
        sheet.Number(row, 7, line.Verified).Style.Font.SetBold();
        sheet.Number(row, 8, line.Change, "+0.0;-0.0;0.0");
        sheet.Number(row, 9, line.Declared);
        sheet.Number(row, 10, line.Completeness, "0%");
        sheet.Number(row, 11, line.EvidenceShare, "0%");
        sheet.Text(row, 12, Word(line.Eligibility, edition.Language));
        sheet.Number(row, 13, line.FailedGates, "0");
        sheet.Date(row, 14, line.ValidUntil);
        sheet.Date(row, 15, DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(line.MadeAt, edition.Zone)));
        sheet.Text(row, 16, line.Stage == ScorecardStage.Final ? Say("Final") : Say("Provisional"));
    }

    private string CategoryName(string code, string language) => ProductCategory.Find(code) is { } category ? texts.In(language, category.Name) : code;

    private static string CountryName(string code, string language) => Country.Find(code)?.In(language) ?? code;

    private string Word(Eligibility eligibility, string language) => texts.In(language, eligibility switch
    {
        Eligibility.Eligible => "Eligible",
        Eligibility.Conditional => "Eligible on conditions",
        _ => "Not eligible",
    });
}
