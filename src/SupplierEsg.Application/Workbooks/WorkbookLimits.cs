namespace SupplierEsg.Application.Workbooks;

/// <summary>
/// How much of a foreign workbook is read before it is refused. Sizes in bytes are counted while reading, never taken from
/// what the file says of itself. The figures keep a hostile file within about 100 MB of memory and a few seconds.
/// </summary>
public sealed record WorkbookLimits
{
    public static readonly WorkbookLimits Questionnaire = new();

    /// <summary>The file as it is on disk.</summary>
    public long FileBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Entries of the zip container.</summary>
    public int Parts { get; init; } = 2_000;

    /// <summary>All that is unpacked, over all parts that are read.</summary>
    public long UnpackedBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Unpacked bytes per packed byte of one part; looked at from the first unpacked megabyte on.</summary>
    public int CompressionRatio { get; init; } = 200;

    public int Sheets { get; init; } = 250;

    /// <summary>Rows of one sheet that hold something.</summary>
    public int Rows { get; init; } = 50_000;

    /// <summary>The rightmost column that may hold something.</summary>
    public int Columns { get; init; } = 2_000;

    /// <summary>Cells that hold something, over all sheets.</summary>
    public int Cells { get; init; } = 500_000;

    /// <summary>Characters of one cell; Excel's own limit.</summary>
    public int CellCharacters { get; init; } = 32_767;

    /// <summary>Different texts in the workbook's table of shared texts.</summary>
    public int SharedTexts { get; init; } = 300_000;

    /// <summary>
    /// Characters of all values together, each shared text counted once. Cells that show shared texts may show four times as
    /// many between them.
    /// </summary>
    public long Characters { get; init; } = 16_000_000;
}
