using System.Diagnostics;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain;
using SupplierEsg.Infrastructure.Excel.Reading;

namespace SupplierEsg.UnitTests.Excel;

/// <summary>Shorthands for what the tests of the reader do again and again.</summary>
internal static class Reading
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);
    private const long MemoryBound = 200L * 1024 * 1024;

    public static ForeignWorkbook Read(byte[] file, string name = "file.xlsx", WorkbookLimits? limits = null, bool includeHidden = false) =>
        new WorkbookReader().Read(new MemoryStream(file), name, limits, includeHidden, TestContext.Current.CancellationToken);

    public static ForeignWorkbook Read(this XlsxFile file, WorkbookLimits? limits = null, bool includeHidden = false) =>
        Read(file.Bytes(), "file.xlsx", limits, includeHidden);

    public static ForeignCell ReadA1(this XlsxFile file) => file.Read().Sheets[0].At("A1");

    public static RuleBroken Refusal(byte[] file, string name = "file.xlsx", WorkbookLimits? limits = null) =>
        Should.Throw<RuleBroken>(() => Read(file, name, limits));

    public static string RefusalCode(this XlsxFile file, WorkbookLimits? limits = null) => Refusal(file.Bytes(), "file.xlsx", limits).Code;

    /// <summary>A hostile file must be done with in ten seconds and never hold more than 200 MB.</summary>
    public static RuleBroken BoundedRefusal(byte[] file, WorkbookLimits? limits = null)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        RuleBroken refusal;
        var clock = Stopwatch.StartNew();
        using (new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(false)), null, 5, 5))
            refusal = Refusal(file, "file.xlsx", limits);
        clock.Elapsed.ShouldBeLessThan(Bound);
        (peak - before).ShouldBeLessThan(MemoryBound);
        return refusal;
    }
}
