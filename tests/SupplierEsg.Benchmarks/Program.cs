using SupplierEsg.Benchmarks;
using SupplierEsg.Benchmarks.Floors;

// scripts/bench starts this; docs/performance.md says what is measured and how.
switch (args)
{
    case ["floor", .. var rest]:
        await FloorProgram.Run(rest);
        return 0;
    case ["floors", var folder, .. var rest]:
        await FloorProgram.RunAll(folder, rest);
        return 0;
    case [var product, .. var options] when File.Exists(product):
        await new Bench(Path.GetFullPath(product), options.Contains("--quick")).Run();
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: SupplierEsg.Benchmarks PATH-OF-SupplierEsg.Web.dll [--quick]");
        return 2;
}
