using SupplierEsg.Application.Scorecards;
using SupplierEsg.Builders;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Excel.Scorecards;

namespace SupplierEsg.UnitTests.Scorecards;

public sealed class WorkbookToLookAt
{
    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public void Write(string language)
    {
        var view = A.DefaultScore().Found("GOV", SupplierEsg.Domain.Questionnaires.Severity.Major, new(2026, 1, 3)).Excused("e9", SupplierEsg.Domain.Questionnaires.NaReview.Pending).View("Harbour Textiles Ltd", "海港纺织有限公司");
        var book = new ScorecardWorkbook(new Texts()).Write(view, new(language, TimeZoneInfo.Utc, new(2026, 6, 30, 9, 5, 0, DateTimeKind.Utc), "Lin Wei"));
        File.WriteAllBytes($"/tmp/sc-{language}.xlsx", book);
    }
}
