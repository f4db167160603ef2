using SupplierEsg.Application.Workbooks;

namespace SupplierEsg.Application.Questionnaires.Importing;

/// <summary>Gathers what is wrong with a questionnaire workbook, and what its author should know of besides.</summary>
internal sealed class ImportReport
{
    /// <summary>More faults than these help nobody.</summary>
    public const int MostFaults = 1_000;

    private static readonly string[] SheetOrder = ["", FormTable.Survey, FormTable.Choices, FormTable.Settings];

    private readonly List<(WorkbookFault Fault, int Column)> faults = [];
    private readonly HashSet<(string, int?, string?)> cells = [];
    private readonly Dictionary<string, (WorkbookNotice Notice, int Count)> counted = [];
    private readonly List<WorkbookNotice> notices = [];

    public bool HasFaults => faults.Count > 0;

    /// <summary>By sheet, row and column.</summary>
    public IReadOnlyList<WorkbookFault> Faults =>
        [.. faults
            .OrderBy(f => Array.IndexOf(SheetOrder, f.Fault.Sheet.ToLowerInvariant()) is >= 0 and var place ? place : SheetOrder.Length)
            .ThenBy(f => f.Fault.Row ?? 0)
            .ThenBy(f => f.Column)
            .Select(f => f.Fault)];

    public IReadOnlyList<WorkbookNotice> Notices => [.. notices, .. counted.Values.Select(c => c.Notice with { Args = [c.Count, .. c.Notice.Args] })];

    public void Fault(FormTable table, int? row, string column, string template, params IReadOnlyList<object> args) =>
        Add(new(table.Name, row, table.LetterOf(column), table.HeadingOf(column), template, args), table.IndexOf(column));

    public void Fault(string sheet, string template, params IReadOnlyList<object> args) => Add(new(sheet, null, null, null, template, args), 0);

    public void Add(WorkbookFault fault, int column)
    {
        if (faults.Count < MostFaults)
            faults.Add((fault, column));
        cells.Add((fault.Sheet, fault.Row, fault.Heading));
    }

    /// <summary>Faults of this cell follow from another that is already told.</summary>
    public void Excuse(FormTable table, int row, string column) => cells.Add((table.Name, row, table.HeadingOf(column)));

    /// <summary>What follows from a cell that is already called wrong would only confuse.</summary>
    public bool Names(string sheet, int? row, string? heading) => cells.Contains((sheet, row, heading));

    public void Notice(string code, string template, params IReadOnlyList<object> args) => notices.Add(new("questionnaire.notice." + code, template, args));

    /// <summary>One notice for all cells of a kind: the first place is their number, the others come from the first of them.</summary>
    public void Count(string code, string template, params IReadOnlyList<object> first) =>
        counted[code] = counted.TryGetValue(code, out var known)
            ? (known.Notice, known.Count + 1)
            : (new("questionnaire.notice." + code, template, first), 1);
}
