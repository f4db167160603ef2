using ClosedXML.Excel;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Excel.Scorecards;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>Every mark with its reason, and under the marks of a bid and criterion the score they make.</summary>
internal sealed class MarksSheet
{
    private const int HeadingRow = 4;
    private const int EvaluatorColumn = 4;
    private const int MarkColumn = 5;
    private const int MaxColumn = 6;
    private const int ScoreColumn = 7;
    private const int SystemColumn = 8;
    private const int CheckColumn = 9;
    private const int ReasonColumn = 10;

    private static readonly double[] Widths = [8, 26, 26, 24, 9, 9, 13, 13, 11, 60];

    private readonly EvaluationContent content;
    private readonly LiveSheet sheet;
    private readonly Dictionary<(string Bid, string Criterion), Spot> scores = [];
    private int row = HeadingRow;

    public MarksSheet(IXLWorkbook workbook, EvaluationContent content) =>
        (this.content, sheet) = (content, LiveSheet.Add(workbook, content.Say("Marks"), content, Widths));

    public LiveSheet Sheet => sheet;

    /// <summary>Where the score of an admitted bid stands.</summary>
    public Spot ScoreOf(string bid, string criterion) => scores[(bid, criterion)];

    public void Write()
    {
        sheet.House.Title(1, content.Say("Marks"), IsMedian
            ? content.Say("A score is the moderated mark if there is one, else the median of the evaluators' marks, × 100 ÷ the highest mark. Shaded cells can be changed.")
            : content.Say("A score is the moderated mark if there is one, else the mean of the evaluators' marks, × 100 ÷ the highest mark. Shaded cells can be changed."));
        sheet.Headings(HeadingRow, frozen: true, MarkColumn,
            content.Say("Bid"), content.Say("Supplier"), content.Say("Criterion"), content.Say("Evaluator"), content.Say("Mark"), content.Say("Highest"),
            content.Say("Score"), content.Say("System's score"), content.Say("Check"), content.Say("Reason"));
        sheet.Apart(HeadingRow, CheckColumn, ReasonColumn);
        sheet.Cells.SheetView.FreezeColumns(3);
        var qualities = content.Criteria.Where(c => c.Kind == CriterionKind.Quality).ToList();
        foreach (var bid in content.Admitted)
        {
            for (var i = 0; i < content.Criteria.Count; i++)
            {
                if (content.Criteria[i].Kind == CriterionKind.Quality)
                    Group(bid.Bid, content.Criteria[i], bid.Result.Scores[i].Score);
            }
        }
        sheet.Checked(HeadingRow + 1, row, CheckColumn, content.Admitted.Count * qualities.Count);
        Excluded(qualities);
        if (row == HeadingRow)
            Wide.Text(sheet.House, ++row, 1, Widths.Length, content.Say("There are no marks."));
        content.Print(sheet);
    }

    private bool IsMedian => content.Rules.Consensus == Consensus.Median;

    // What was marked stays on record, also where the bid is out.
    private void Excluded(IReadOnlyList<Criterion> qualities)
    {
        var excluded = content.Report.Bids.Where(bid => content.Report.Evaluation.Excluded.Any(e => e.Id == bid.Figures.Id) && qualities.Any(c => MarksOf(bid, c).Count > 0)).ToList();
        if (excluded.Count == 0)
            return;
        row += 2;
        sheet.House.Section(row, Widths.Length, content.Say("Excluded bids; their marks play no part"));
        foreach (var bid in excluded)
        {
            foreach (var criterion in qualities.Where(c => MarksOf(bid, c).Count > 0))
                Group(bid, criterion, null);
        }
    }

    private void Group(ReportedBid bid, Criterion criterion, Rational? stored)
    {
        var marks = MarksOf(bid, criterion);
        var own = marks.Where(mark => mark.Evaluator is not null).ToList();
        var moderated = marks.FirstOrDefault(mark => mark.Evaluator is null);
        var first = row + 1;
        foreach (var mark in own)
            Line(bid, criterion, mark.Evaluator!, mark.Points, mark.Reason);
        var last = row;
        if (moderated is not null || content.Report.Rules.Moderated)
            Line(bid, criterion, content.Say("Moderated mark"), moderated?.Points, moderated?.Reason ?? "");
        var agreed = row > last ? sheet.At(row, MarkColumn) : (Spot?)null;
        Score(bid, criterion, own.Count > 0 ? sheet.Down(first, last, MarkColumn) : null, agreed, marks, stored);
        sheet.House.Body(first, row - 1, Widths.Length);
        for (var line = first; line < row; line++)
            sheet.Cells.Range(line, MarkColumn, line, MaxColumn).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
    }

    private void Line(ReportedBid bid, Criterion criterion, string evaluator, Rational? points, string reason)
    {
        row++;
        Names(bid, criterion, evaluator);
        sheet.Input(row, MarkColumn, points);
        sheet.House.Text(row, ReasonColumn, reason);
        sheet.Apart(row, ReasonColumn);
        sheet.Cells.Row(row).Height = 15 * Math.Max(NameLines(row), Math.Min(26, Wide.Lines(reason, Widths[ReasonColumn - 1])));
    }

    private void Score(ReportedBid bid, Criterion criterion, Strip? own, Spot? agreed, IReadOnlyList<ReportedMark> marks, Rational? stored)
    {
        row++;
        Names(bid, criterion, content.Say("Score"));
        sheet.Input(row, MaxColumn, criterion.MaxPoints);
        var function = IsMedian ? "MEDIAN" : "AVERAGE";
        var consensus = own is { } range ? $"{function}({range.Fixed.Replace("$", "", StringComparison.Ordinal)})" : null;
        var mark = (agreed, consensus) switch
        {
            ({ } cell, { } of) => $"IF(ISNUMBER({cell.Near}),{cell.Near},{of})",
            ({ } cell, null) => cell.Near,
            _ => consensus!,
        };
        var score = stored ?? Computed(criterion, marks);
        sheet.Formula(row, ScoreColumn, $"{mark}*100/{sheet.At(row, MaxColumn).Near}", score.ToDecimal());
        HouseStyle.Total(sheet.Cells.Range(row, 1, row, Widths.Length).Style);
        sheet.Input(row, MaxColumn, criterion.MaxPoints);
        sheet.Cells.Row(row).Height = 15 * NameLines(row);
        sheet.Cells.Range(row, 1, row, Widths.Length).Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        if (stored is null)
            return;
        sheet.OfSystem(row, SystemColumn, stored.Value.ToDecimal6());
        sheet.CheckScore(row, CheckColumn, sheet.At(row, ScoreColumn), sheet.At(row, SystemColumn));
        scores[(bid.Figures.Id, criterion.Code)] = sheet.At(row, ScoreColumn);
    }

    /// <summary>For the record only: of a bid that is out the evaluation stores no score.</summary>
    private Rational Computed(Criterion criterion, IReadOnlyList<ReportedMark> marks)
    {
        if (marks.FirstOrDefault(mark => mark.Evaluator is null) is { } agreed)
            return agreed.Points * Rational.Hundred / criterion.MaxPoints;
        var sorted = marks.Select(mark => mark.Points).Order().ToList();
        var counted = IsMedian ? sorted.Skip((sorted.Count - 1) / 2).Take(2 - (sorted.Count % 2)).ToList() : sorted;
        return counted.Aggregate(Rational.Zero, (sum, mark) => sum + mark) / counted.Count * Rational.Hundred / criterion.MaxPoints;
    }

    private void Names(ReportedBid bid, Criterion criterion, string evaluator)
    {
        sheet.House.Text(row, 1, bid.Figures.Id);
        sheet.House.Text(row, 2, bid.Supplier);
        sheet.House.Text(row, 3, content.Name(criterion));
        sheet.House.Text(row, EvaluatorColumn, evaluator);
        sheet.Cells.Range(row, 1, row, EvaluatorColumn).Style.Alignment.SetWrapText();
    }

    private int NameLines(int line) => Enumerable.Range(1, EvaluatorColumn).Max(column => Wide.Lines(sheet.Cells.Cell(line, column).GetString(), Widths[column - 1]));

    /// <summary>As they are reported; of invented bids nobody is named.</summary>
    private IReadOnlyList<ReportedMark> MarksOf(ReportedBid bid, Criterion criterion)
    {
        var reported = bid.Marks.Where(mark => mark.Criterion == criterion.Code).ToList();
        if (reported.Count > 0 || !bid.Figures.Quality.TryGetValue(criterion.Code, out var marks))
            return reported;
        reported.AddRange(marks.Scores.Select((points, i) => new ReportedMark(criterion.Code, content.Say("Evaluator {0}", i + 1), points, "")));
        if (marks.Moderated is { } moderated)
            reported.Add(new(criterion.Code, null, moderated, ""));
        return reported;
    }
}
