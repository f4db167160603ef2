using System.Diagnostics;
using System.Text.Json;
using ClosedXML.Excel;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Builders;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Excel.Evaluations;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Evaluation;

/// <summary>A workbook as it was written and as a spreadsheet program computes it.</summary>
internal sealed record Recalculated(string Name, EvaluationReport Report, CellsOf Written, CellsOf Computed);

/// <summary>Evaluations of all worked cases and of invented tenders, each opened, recalculated and saved by LibreOffice; once for all tests.</summary>
internal static class Recalculation
{
    private const int Seeds = 60;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly Lazy<IReadOnlyList<Recalculated>> All = new(Run);

    /// <summary>As they were evaluated.</summary>
    public static IReadOnlyList<Recalculated> Evaluations => [.. AllOrSkip().Where(book => !book.Name.EndsWith(Changed, StringComparison.Ordinal))];

    /// <summary>With the weights of the report put into the cells of a workbook that was written with others.</summary>
    public static IReadOnlyList<Recalculated> WithOtherWeights => [.. AllOrSkip().Where(book => book.Name.EndsWith(Changed, StringComparison.Ordinal))];

    private const string Changed = "-other-weights";

    // scripts/test installs it; elsewhere the tests show as skipped.
    private static IReadOnlyList<Recalculated> AllOrSkip()
    {
        Assert.SkipWhen(Program() is null, "LibreOffice (soffice) is not on this machine.");
        return All.Value;
    }

    private static string? Program() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "soffice.exe" : "soffice")).FirstOrDefault(File.Exists);

    private static IReadOnlyList<Recalculated> Run()
    {
        var folder = Directory.CreateTempSubdirectory("supplieresg-").FullName;
        try
        {
            var (given, computed) = (Directory.CreateDirectory(Path.Combine(folder, "given")).FullName, Directory.CreateDirectory(Path.Combine(folder, "computed")).FullName);
            var books = Books().ToList();
            foreach (var (name, _, bytes) in books)
                File.WriteAllBytes(Path.Combine(given, name + ".xlsx"), bytes);
            Convert(folder, given, computed);
            return [.. books.Select(book => new Recalculated(book.Name, book.Report, new(new MemoryStream(book.Bytes)), Read(Path.Combine(computed, book.Name + ".xlsx"))))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<(string Name, EvaluationReport Report, byte[] Bytes)> Books()
    {
        foreach (var (name, rules, bids) in Cases())
        {
            var report = A.Evaluation(rules, bids);
            var bytes = Write(report, name.EndsWith('3') ? "zh-Hans" : "en");
            yield return (name, report, bytes);
            if (Turned(rules) is { } other && report.Evaluation.Ranking.Count > 1)
                yield return (name + Changed, A.Evaluation(other, bids), Weighted(bytes, other.Criteria));
        }
    }

    private static IEnumerable<(string Name, EvaluationRules Rules, IReadOnlyList<Bid> Bids)> Cases()
    {
        foreach (var row in WorkedCase.Named("evaluation-*"))
        {
            using var file = WorkedCase.Open(row.Data);
            var reading = EvaluationCase.Read(file.RootElement.GetProperty("input"));
            yield return (row.Data, reading.Case!.Rules, reading.Case.Bids);
        }
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (rules, bids) = A.SomeTender(seed);
            yield return ($"invented-{seed:00}", rules, bids);
        }
        foreach (var hard in HardTenders.All())
            yield return hard;
    }

    private static byte[] Write(EvaluationReport report, string language) =>
        new EvaluationWorkbook(new Texts()).Write(report, new(language, TimeZoneInfo.Utc, new(2026, 6, 30, 9, 0, 0, DateTimeKind.Utc), "Lin Wei"));

    /// <summary>Each criterion with the weight of the next; null where an ESG criterion gains one that some bid has no figure for.</summary>
    private static EvaluationRules? Turned(EvaluationRules rules)
    {
        var weights = rules.Criteria.Select(c => c.Weight).ToList();
        var turned = rules with { Criteria = [.. rules.Criteria.Select((c, i) => c with { Weight = weights[(i + 1) % weights.Count] })] };
        return turned.Criteria.SequenceEqual(rules.Criteria) || (turned.NeedsEsg && !rules.NeedsEsg) ? null : turned;
    }

    private static byte[] Weighted(byte[] bytes, IReadOnlyList<Criterion> criteria)
    {
        using var workbook = new XLWorkbook(new MemoryStream(bytes));
        for (var i = 0; i < criteria.Count; i++)
            workbook.Worksheet(2).Cell(6, 3 + i).SetValue(decimal.Parse(criteria[i].Weight.ToText(), System.Globalization.CultureInfo.InvariantCulture));
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }

    private static void Convert(string folder, string given, string computed)
    {
        var profile = Directory.CreateDirectory(Path.Combine(folder, "profile", "user"));
        // By itself it trusts the results that stand in a file.
        File.WriteAllText(Path.Combine(profile.FullName, "registrymodifications.xcu"), """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """);
        var start = new ProcessStartInfo(Program()!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--convert-to", "xlsx", "--outdir", computed })
            start.ArgumentList.Add(argument);
        foreach (var file in Directory.GetFiles(given))
            start.ArgumentList.Add(file);
        using var program = Process.Start(start)!;
        var said = Task.WhenAll(program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        if (!program.WaitForExit(Longest))
            program.Kill(entireProcessTree: true);
        program.HasExited.ShouldBeTrue();
        Directory.GetFiles(computed).Length.ShouldBe(Directory.GetFiles(given).Length, string.Join('\n', said.Result));
    }

    private static CellsOf Read(string path)
    {
        using var file = File.OpenRead(path);
        return new(file);
    }
}
