using ClosedXML.Excel;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>A cell as formulas name it.</summary>
internal readonly record struct Spot(string Sheet, int Row, int Column)
{
    /// <summary>From a cell of the same sheet; moves along when the formula is copied.</summary>
    public string Near => $"{XLHelper.GetColumnLetterFromNumber(Column)}{Row}";

    /// <summary>From a cell of the same sheet; stays.</summary>
    public string Fixed => $"${XLHelper.GetColumnLetterFromNumber(Column)}${Row}";

    /// <summary>From a cell of any sheet.</summary>
    public string Far => Quoted(Sheet) + Fixed;

    internal static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!";
}

/// <summary>Neighbouring cells as formulas name them.</summary>
internal readonly record struct Strip(string Sheet, int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public string Fixed => $"{new Spot(Sheet, FirstRow, FirstColumn).Fixed}:{new Spot(Sheet, LastRow, LastColumn).Fixed}";

    public string Far => Spot.Quoted(Sheet) + Fixed;

    public Spot At(int row) => new(Sheet, row, FirstColumn);
}
