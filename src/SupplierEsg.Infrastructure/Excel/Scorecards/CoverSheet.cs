using ClosedXML.Excel;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Infrastructure.Content.Scores;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Scorecards;

/// <summary>One page that says whose scorecard this is, the figure, and what has to be known before any figure.</summary>
internal static class CoverSheet
{
    /// <summary>Names of the cells that hold the overall figures, for other sheets and programs.</summary>
    public const string VerifiedName = "overall_verified";
    public const string DeclaredName = "overall_declared";

    private const int Columns = 4;
    private const int MostOfAKind = 5;

    public static void Add(IXLWorkbook workbook, ScorecardContent content)
    {
        var sheet = HouseSheet.Add(workbook, content.Say("Cover"), 24, 24, 24, 24);
        sheet.Title(1, content.Say("ESG scorecard"));
        Wide.Text(sheet, 2, 1, Columns, content.View.SupplierName, size: 16).Style.Font.SetBold();
        if (content.View.SupplierLocalName is { } local)
            Wide.Text(sheet, 3, 1, Columns, local).Style.Font.SetFontColor(HouseStyle.Muted);
        Tiles(sheet, 5, content);
        var row = Facts(sheet, 9, content);
        row = Attentions(sheet, row + 1, content);
        Reading(sheet, row + 1, content);
        content.Print(sheet, landscape: false);
        sheet.Cells.PageSetup.FitToPages(1, 1);
    }

    private static void Tiles(HouseSheet sheet, int row, ScorecardContent content)
    {
        var card = content.View.Card;
        Tile(sheet.Text(row, 1, content.Say("Verified score")), sheet.Number(row + 1, 1, card.Verified));
        Tile(sheet.Text(row, 2, content.Say("Band")), sheet.Text(row + 1, 2, card.Band ?? "–"));
        Tile(sheet.Text(row, 3, content.Say("Declared score")), sheet.Number(row + 1, 3, card.Declared));
        Tile(sheet.Text(row, 4, content.Say("Eligibility")), sheet.Text(row + 1, 4, content.Words.Label(card.Eligibility)));
        sheet.Cells.Cell(row + 1, 1).Style.Font.SetFontSize(32).Font.SetFontColor(HouseStyle.Accent);
        sheet.Cells.Cell(row + 1, 4).Style.Font.SetFontSize(14).Font.SetFontColor(ColourOf(card.Eligibility)).Alignment.SetWrapText();
        sheet.Cells.Row(row + 1).Height = 48;
        sheet.Cells.Workbook.NamedRanges.Add(VerifiedName, sheet.Cells.Cell(row + 1, 1).AsRange());
        sheet.Cells.Workbook.NamedRanges.Add(DeclaredName, sheet.Cells.Cell(row + 1, 3).AsRange());
        Wide.Text(sheet, row + 2, 1, Columns, content.Words.Meaning(card.Eligibility)).Style.Font.SetFontColor(HouseStyle.Muted);
    }

    private static void Tile(IXLCell heading, IXLCell value)
    {
        heading.Style.Font.SetFontColor(HouseStyle.Muted).Fill.SetBackgroundColor(HouseStyle.AccentTint);
        value.Style.Font.SetBold().Font.SetFontSize(24).Fill.SetBackgroundColor(HouseStyle.AccentTint);
        value.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetVertical(XLAlignmentVerticalValues.Center);
    }

    private static int Facts(HouseSheet sheet, int row, ScorecardContent content)
    {
        var (view, words) = (content.View, content.Words);
        var completeness = view.Score.Completeness;
        (string Term, string Text)[] facts =
        [
            (content.Say("Questionnaire"), words.Title.Length > 0 ? words.Title : view.FormId),
            (content.Say("Version"), VersionText(content)),
            (content.Say("Scoring date"), words.Date(view.Card.AsOf)),
            (content.Say("Stage of the review"), view.Card.Stage == ScorecardStage.Final ? content.Say("Final") : content.Say("Provisional")),
            (content.Say("Counts until"), view.Card.ValidUntil is { } last ? words.Date(last) : content.Say("Not before the review is done")),
            (content.Say("Scorecard made"), content.Moment(view.Card.MadeAt)),
            (content.Say("Receipt"), view.Receipt ?? "–"),
            (content.Say("Required questions answered"), content.Say("{0} of {1} ({2})", completeness.Answered, completeness.Required, words.Percent(completeness.Share))),
            (content.Say("Evidence provided"), view.Card.EvidenceShare is { } share ? words.Percent(share) : content.Say("None asked for")),
            (content.Say("Method"), content.Say("Declared: the supplier's own answers. Verified: with the credit of the evidence, less adverse findings. Computed exactly, stored with six decimals, shown with one.")),
            (content.Say("Workbook made"), content.Say("{0}, for {1}", content.Moment(content.Edition.MadeAt), content.Edition.MadeBy)),
        ];
        sheet.Section(row, Columns, content.Say("About this scorecard"));
        foreach (var (term, text) in facts)
        {
            row++;
            sheet.Text(row, 1, term).Style.Font.SetFontColor(HouseStyle.Muted).Alignment.SetVertical(XLAlignmentVerticalValues.Top);
            Wide.Text(sheet, row, 2, Columns, text);
        }
        return row + 1;
    }

    private static string VersionText(ScorecardContent content) =>
        content.View.Questionnaire.Version is { Length: > 0 } label
            ? content.Say("{0} (number {1})", label, content.View.VersionNumber)
            : content.Say("Number {0}", content.View.VersionNumber);

    private static int Attentions(HouseSheet sheet, int row, ScorecardContent content)
    {
        sheet.Section(row, Columns, content.Say("What to know first"));
        var attentions = content.Words.Attentions();
        if (attentions.Count == 0)
            Wide.Text(sheet, ++row, 1, Columns, content.Say("No gate has failed, no minimum is missed, no evidence is missing, and nothing waits for review."));
        foreach (var group in attentions.GroupBy(a => a.Kind))
        {
            Wide.Text(sheet, ++row, 1, Columns, content.Words.Heading(group.Key, group.Count())).Style.Font.SetBold().Font.SetFontColor(ColourOf(group.Key));
            foreach (var attention in group.Take(MostOfAKind))
                Wide.Text(sheet, ++row, 1, Columns, attention.Text).Style.Alignment.SetIndent(1);
        }
        if (attentions.GroupBy(a => a.Kind).Any(group => group.Count() > MostOfAKind))
            Wide.Text(sheet, ++row, 1, Columns, content.Say("The sheet “{0}” lists all of them.", content.Say("Summary"))).Style.Font.SetFontColor(HouseStyle.Muted);
        return row + 1;
    }

    private static void Reading(HouseSheet sheet, int row, ScorecardContent content)
    {
        sheet.Section(row, Columns, content.Say("In this workbook"));
        (string Name, string Text)[] sheets =
        [
            (content.Say("Summary"), content.Say("Pillars and themes with their weights, what is missing, and how every figure comes about.")),
            (content.Say("Questions"), content.Say("Every question with its answer, its points, and the reason for them.")),
            (content.Say("Definitions"), content.Say("What every column means.")),
        ];
        foreach (var (name, text) in sheets)
        {
            row++;
            sheet.Text(row, 1, name).Style.Font.SetBold().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
            Wide.Text(sheet, row, 2, Columns, text);
        }
    }

    private static XLColor ColourOf(Eligibility eligibility) => eligibility switch
    {
        Eligibility.Eligible => HouseStyle.Good,
        Eligibility.Conditional => HouseStyle.Warning,
        _ => HouseStyle.Bad,
    };

    internal static XLColor ColourOf(AttentionKind kind) => kind switch
    {
        AttentionKind.FailedGate or AttentionKind.MissedMinimum => HouseStyle.Bad,
        AttentionKind.WaitsForReview => HouseStyle.Ink,
        _ => HouseStyle.Warning,
    };
}
