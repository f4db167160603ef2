using ClosedXML.Excel;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Excel.Scorecards;

namespace SupplierEsg.UnitTests.Scorecards;

public sealed class LeagueWorkbookTests
{
    [Fact]
    public void Figures_are_numbers_with_data_bars_and_a_missing_one_is_an_empty_cell()
    {
        using var workbook = Written("en", Row(1, 81.25m), Row(null, null));
        var sheet = workbook.Worksheets.Single();
        sheet.Cell(6, 1).GetValue<int>().ShouldBe(1);
        sheet.Cell(6, 7).GetValue<decimal>().ShouldBe(81.25m);
        sheet.Cell(6, 8).GetValue<decimal>().ShouldBe(-1.5m);
        sheet.Cell(6, 14).GetDateTime().ShouldBe(new DateTime(2027, 6, 30));
        sheet.Cell(7, 1).IsEmpty().ShouldBeTrue();
        sheet.Cell(7, 7).IsEmpty().ShouldBeTrue();
        sheet.ConditionalFormats.Count(format => format.ConditionalFormatType == XLConditionalFormatType.DataBar).ShouldBe(4);
        sheet.AutoFilter.IsEnabled.ShouldBeTrue();
        sheet.SheetView.SplitRow.ShouldBe(5);
    }

    [Fact]
    public void The_head_says_what_it_was_narrowed_by_and_a_name_stays_a_text()
    {
        using var workbook = Written("en", Row(1, 81.25m) with { Supplier = "=1+1" });
        var sheet = workbook.Worksheets.Single();
        sheet.Cell(2, 1).GetString().ShouldBe("Country: China · With provisional ones");
        sheet.Cell(6, 2).HasFormula.ShouldBeFalse();
        sheet.Cell(6, 2).GetString().ShouldBe("=1+1");
    }

    [Fact]
    public void It_is_written_in_Chinese_as_well()
    {
        using var workbook = Written("zh-Hans", Row(1, 81.25m));
        var sheet = workbook.Worksheets.Single();
        sheet.Name.ShouldBe("排名表");
        sheet.Cell(6, 4).GetString().ShouldBe("中国");
        sheet.Cell(6, 16).GetString().ShouldBe("正式");
    }

    private static LeagueRow Row(int? rank, decimal? verified) => new()
    {
        Rank = rank, IsBest = false, IsLowest = false, Id = ScorecardId.New(), SupplierId = SupplierId.New(), Supplier = "Harbour Textiles Ltd", SupplierLocalName = null,
        Categories = ["textiles"], Country = "CN", Questionnaire = new LocalText(new Dictionary<string, string> { ["en"] = "Ethics" }), VersionNumber = 1, Stage = ScorecardStage.Final, Band = "A",
        Declared = 90, Verified = verified, Completeness = 1, EvidenceShare = null, Eligibility = Eligibility.Eligible, FailedGates = 0, ValidUntil = new(2027, 6, 30),
        MadeAt = new(2026, 6, 30, 9, 0, 0, DateTimeKind.Utc), Previous = null, Change = verified is null ? null : -1.5m,
    };

    private static XLWorkbook Written(string language, params LeagueRow[] rows)
    {
        var content = new LeagueContent(new() { Country = "CN", Provisional = true }, rows, rows.Length, new(2026, 6, 30));
        var bytes = new LeagueWorkbook(new Texts()).Write(content, new(language, TimeZoneInfo.Utc, new(2026, 6, 30, 9, 0, 0, DateTimeKind.Utc), "Lin Wei"));
        return new(new MemoryStream(bytes));
    }
}
