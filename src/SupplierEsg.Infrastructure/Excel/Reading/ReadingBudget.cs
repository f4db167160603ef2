using SupplierEsg.Application.Workbooks;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>Counts what one file has cost so far, over all its parts, and refuses the file once it costs too much.</summary>
internal sealed class ReadingBudget(string fileName, WorkbookLimits limits, CancellationToken cancellationToken)
{
    private long unpackedBytes;
    private long characters;
    private long sharedCharacters;
    private int cells;
    private int sharedTexts;
    private long mergeSteps;

    /// <summary>Enough for any honest set of merged ranges; overlapping ones over a full sheet would never end.</summary>
    private const long MergeSteps = 50_000_000;

    private const int SharedFactor = 4;

    public string FileName => fileName;

    public WorkbookLimits Limits => limits;

    public CancellationToken CancellationToken => cancellationToken;

    public void Unpacked(int bytes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if ((unpackedBytes += bytes) > limits.UnpackedBytes)
            throw WorkbookRefusal.UnpacksTooLarge(fileName, limits.UnpackedBytes);
    }

    public void Text(string text)
    {
        if (text.Length > limits.CellCharacters)
            throw WorkbookRefusal.TooLongText(fileName, limits.CellCharacters);
        if ((characters += text.Length) > limits.Characters)
            throw WorkbookRefusal.TooMuchText(fileName, limits.Characters);
    }

    /// <summary>A shared text that a cell shows: costs no memory here, but whoever copies it pays for it again.</summary>
    public void SharedAgain(string text)
    {
        if ((sharedCharacters += text.Length) > limits.Characters * SharedFactor)
            throw WorkbookRefusal.TooMuchText(fileName, limits.Characters * SharedFactor);
    }

    public void SharedText()
    {
        if (++sharedTexts > limits.SharedTexts)
            throw WorkbookRefusal.TooMuchText(fileName, limits.Characters);
    }

    public void Cell()
    {
        if (++cells > limits.Cells)
            throw WorkbookRefusal.TooManyCells(fileName, limits.Cells);
    }

    /// <summary>False once the merged ranges ask for more work than honest ones can.</summary>
    public bool MergeStep(int cells) => (mergeSteps += 1 + cells) <= MergeSteps;
}
