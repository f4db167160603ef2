using System.Diagnostics;
using System.Globalization;

namespace SupplierEsg.Benchmarks;

/// <summary>Holds the product against its floors: alternating rounds in one run, medians over the rounds.</summary>
internal sealed class Bench(string product, bool quick)
{
    private const int Clients = 8;
    private static readonly string Own = typeof(Bench).Assembly.Location;

    private readonly int rounds = quick ? 2 : 5;
    private readonly TimeSpan roundTime = TimeSpan.FromSeconds(quick ? 2 : 4);
    private readonly TimeSpan warmUp = TimeSpan.FromSeconds(quick ? 3 : 15);

    public async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("supplieresg-bench-").FullName;
        try
        {
            var people = await Seed.Make(folder, Clients);
            Console.WriteLine($"{DateTime.Now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}, .NET {Environment.Version}, {Environment.ProcessorCount} cores, {Clients} clients, {rounds} rounds of {roundTime.TotalSeconds} s each, alternating; medians.");
            ColdStart(folder);
            using var program = new Measured(product, [], metered: true, [.. Settings(folder)]);
            using var floors = new Measured(Own, ["floors", folder], metered: true);
            program.AwaitFirst("/sign-in");
            floors.AwaitFirst("/");
            Console.WriteLine();
            Console.WriteLine($"{"",-34}{"per s",9}{"CPU ms",9}{"alloc KB",10}{"p50 ms",9}{"p99 ms",9}{"p99/p50",9}{"body KB",9}");
            await Compare("save a page of 40 answers", program, people, session => session.Saves(), floors, FloorSave, 302);
            await Compare("autosave one answer", program, people, session => session.Autosaves($"{Guid.NewGuid():N}"), floors, FloorAutosave, 200);
            await Compare("render a page of 40 questions", program, people, session => session.Reads(), floors, _ => new([Client.Request("GET", "/page", "")]), 200);
            Console.WriteLine($"memory after load: product {program.Memory >> 20} MB, floors {floors.Memory >> 20} MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void ColdStart(string folder)
    {
        var (ours, least) = (new List<double>(), new List<double>());
        for (var i = 0; i < rounds + 1; i++)
        {
            ours.Add(Started(() => new(product, [], metered: false, [.. Settings(folder)]), "/sign-in"));
            least.Add(Started(() => new(Own, ["floor"], metered: false), "/"));
        }
        // The first reads the files from the disk.
        Console.WriteLine($"cold start to the first page: product {Median(ours.Skip(1)):0} ms, empty program {Median(least.Skip(1)):0} ms");
    }

    private static double Started(Func<Measured> start, string path)
    {
        var begun = Stopwatch.GetTimestamp();
        using var program = start();
        program.AwaitFirst(path);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private async Task Compare(string what, Measured program, IReadOnlyList<Respondent> people, Func<Session, Requests> asked, Measured floors, Func<Respondent, Requests> least, int expected)
    {
        // Signed in anew before each round: a session that is a minute old is held against its account, once for each browser.
        async Task<Requests[]> Sessions() => [.. (await Task.WhenAll(people.Select(person => Session.Open(program.Address, person)))).Select(asked)];
        Load.Run(program, await Sessions(), expected, warmUp);
        var floor = people.Select(least).ToArray();
        Load.Run(floors, floor, expected, warmUp);
        var (ours, theirs) = (new List<Round>(), new List<Round>());
        for (var i = 0; i < rounds; i++)
        {
            ours.Add(Load.Run(program, await Sessions(), expected, roundTime));
            theirs.Add(Load.Run(floors, floor, expected, roundTime));
        }
        Print(what, ours);
        Print("  its floor", theirs);
        Console.WriteLine($"  share of the floor's rate: {Median(ours.Zip(theirs, (a, b) => a.Rate / b.Rate)).ToString("0.00", CultureInfo.InvariantCulture)}");
    }

    private static void Print(string what, List<Round> rounds)
    {
        double Of(Func<Round, double> figure) => Median(rounds.Select(figure));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-34}{Of(r => r.Rate),9:0}{Of(r => r.CpuMs),9:0.000}{Of(r => r.AllocatedKb),10:0.0}{Of(r => r.P50),9:0.00}{Of(r => r.P99),9:0.00}{Of(r => r.P99 / r.P50),9:0.0}{Of(r => r.BodyKb),9:0.0}"));
    }

    private static Requests FloorSave(Respondent person) => new([.. Enumerable.Range(0, 2).Select(turn =>
    {
        var (type, body) = Form.Whole(turn, new string('x', 155));
        return Client.Request("POST", $"/save/{person.Assessment}", $"Content-Type: {type}\r\n", body);
    })]);

    private static Requests FloorAutosave(Respondent person) => new([.. Enumerable.Range(0, 2 * Form.Questions).Select(turn =>
        Client.Request("POST", $"/answer/{person.Assessment}", "Content-Type: application/json\r\n", Form.One(turn, "bench")))]);

    private static (string, string)[] Settings(string folder) =>
        [("Data__Folder", folder), ("Limits__DoorsPerMinute", "100000"), ("Limits__UploadsPerMinute", "100000000"), ("Logging__LogLevel__Default", "Warning"), ("ASPNETCORE_ENVIRONMENT", "Production")];

    private static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
