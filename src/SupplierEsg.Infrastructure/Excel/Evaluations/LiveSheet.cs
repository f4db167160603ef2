using System.Globalization;
using ClosedXML.Excel;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>
/// A sheet of formulas that knows what each of them gives, so that the file shows it where nothing is recalculated: in a
/// protected view, a preview, a telephone.
/// </summary>
internal sealed class LiveSheet
{
    /// <summary>Six decimals, as figures are stored.</summary>
    public const string Stored = "0.000000";

    /// <summary>As it was given.</summary>
    public const string Given = "General";

    private static readonly XLColor InputTint = XLColor.FromHtml("#FFF6DC");

    private readonly EvaluationContent content;
    private readonly Dictionary<string, string> results = new(StringComparer.Ordinal);
    private readonly List<(Strip Where, int Count)> checks = [];

    private LiveSheet(HouseSheet house, EvaluationContent content) => (House, this.content) = (house, content);

    public HouseSheet House { get; }

    public IXLWorksheet Cells => House.Cells;

    public string Name => Cells.Name;

    /// <summary>By address: a number as <c>n</c> and its digits, a text as <c>t</c> and its characters.</summary>
    public IReadOnlyDictionary<string, string> Results => results;

    /// <summary>Where formulas are held against the system's figures, and how many are.</summary>
    public IReadOnlyList<(Strip Where, int Count)> Checks => checks;

    public static LiveSheet Add(IXLWorkbook workbook, string name, EvaluationContent content, params ReadOnlySpan<double> widths) =>
        new(HouseSheet.Add(workbook, name, widths), content);

    public Spot At(int row, int column) => new(Name, row, column);

    public Strip Down(int firstRow, int lastRow, int column) => new(Name, firstRow, column, lastRow, column);

    public IXLCell Formula(int row, int column, string formula, decimal result, string format = Stored) =>
        Formula(row, column, formula, "n" + result.ToString(CultureInfo.InvariantCulture), format, XLAlignmentHorizontalValues.Right);

    /// <summary>For a formula that gives a number or a text, as it comes.</summary>
    public IXLCell Formula(int row, int column, string formula, decimal? result, string without, string format = Stored) =>
        result is { } number ? Formula(row, column, formula, number, format) : Formula(row, column, formula, "t" + without, format, XLAlignmentHorizontalValues.Right);

    public IXLCell TextFormula(int row, int column, string formula, string result) =>
        Formula(row, column, formula, "t" + result, Given, XLAlignmentHorizontalValues.Left);

    private IXLCell Formula(int row, int column, string formula, string result, string format, XLAlignmentHorizontalValues alignment)
    {
        var cell = Cells.Cell(row, column);
        cell.SetFormulaA1(formula);
        cell.Style.NumberFormat.SetFormat(format);
        cell.Style.Alignment.SetHorizontal(alignment);
        results[At(row, column).Near] = result;
        return cell;
    }

    /// <summary>A figure that may be changed; everything that depends on it follows.</summary>
    public IXLCell Input(int row, int column, Rational? number, string format = Given)
    {
        var cell = House.Number(row, column, number?.ToDecimal(), format);
        cell.Style.Fill.SetBackgroundColor(InputTint);
        return cell;
    }

    /// <summary>What the system stored; a dash where it has no figure.</summary>
    public void OfSystem(int row, int column, decimal? figure, string format = Stored)
    {
        if (figure is null)
            House.Text(row, column, EvaluationContent.None).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        else
            House.Number(row, column, figure, format);
    }

    /// <summary>Holds a figure of at most 100 against the system's, at six decimals.</summary>
    /// <remarks>
    /// Binary fractions miss a half of the last digit by a hair; rounding to eleven decimals first takes the hair off.
    /// </remarks>
    public void CheckScore(int row, int column, Spot figure, Spot system) =>
        Check(row, column, $"ABS({Rounded(figure.Near)}-{system.Near})<0.0000005");

    /// <summary>As <see cref="CheckScore"/>, where either can be a dash.</summary>
    public void CheckScoreOrNone(int row, int column, Spot figure, Spot system) =>
        Check(row, column, $"IF(AND(ISNUMBER({figure.Near}),ISNUMBER({system.Near})),ABS({Rounded(figure.Near)}-{system.Near})<0.0000005,{figure.Near}={system.Near})");

    public void CheckAmount(int row, int column, Spot figure, Spot system) =>
        Check(row, column, $"ABS({figure.Near}-{system.Near})<={content.AmountTolerance}");

    public void CheckWhole(int row, int column, Spot figure, Spot system) => Check(row, column, $"{figure.Near}={system.Near}");

    public static string Rounded(string figure) => $"ROUND(ROUND({figure},11),6)";

    private void Check(int row, int column, string test)
    {
        var (equal, different) = (Literal(content.Equal), Literal(content.Different));
        TextFormula(row, column, $"IFERROR(IF({test},{equal},{different}),{different})", content.Equal).Style.Alignment.SetIndent(1);
    }

    /// <summary>Says of a column that it holds so many checks, with the system's figures before it, and makes those stand out that fail.</summary>
    public void Checked(int firstRow, int lastRow, int column, int count)
    {
        if (count == 0)
            return;
        checks.Add((Down(firstRow, lastRow, column), count));
        Cells.Range(firstRow, column - 1, lastRow, column - 1).Style.Font.SetFontColor(HouseStyle.Muted);
        Cells.Range(firstRow, column, lastRow, column).Style.Font.SetFontColor(HouseStyle.Good);
        var format = Cells.Range(firstRow, column, lastRow, column).AddConditionalFormat().WhenIsTrue($"{At(firstRow, column).Near}={Literal(content.Different)}");
        format.Font.SetBold().Font.SetFontColor(HouseStyle.Bad);
    }

    /// <summary>A text within a formula.</summary>
    public static string Literal(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A column of text after one of figures keeps its distance.</summary>
    public void Apart(int row, params ReadOnlySpan<int> columns)
    {
        foreach (var column in columns)
            Cells.Cell(row, column).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetIndent(1);
    }

    /// <summary>Right-aligns the headings over figures.</summary>
    public LiveSheet Headings(int row, bool frozen, int figuresFrom, params ReadOnlySpan<string> texts)
    {
        House.Headings(row, frozen, texts);
        if (figuresFrom <= texts.Length)
            Cells.Range(row, figuresFrom, row, texts.Length).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        Cells.Row(row).Height = 32;
        return this;
    }
}
