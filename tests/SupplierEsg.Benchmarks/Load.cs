using System.Diagnostics;
using System.Text;

namespace SupplierEsg.Benchmarks;

/// <summary>What one round gave.</summary>
internal sealed record Round(double Rate, double CpuMs, double AllocatedKb, double P50, double P99, double BodyKb);

/// <summary>Some clients that ask one after another, each with its own requests in turn.</summary>
internal static class Load
{
    /// <param name="program">Who is asked.</param>
    /// <param name="requests">By client.</param>
    /// <param name="expected">Status of a good answer.</param>
    /// <param name="time">How long.</param>
    public static Round Run(Measured program, IReadOnlyList<Requests> requests, int expected, TimeSpan time)
    {
        var clients = requests.Select(_ => new Client(program.Port)).ToArray();
        var times = requests.Select(_ => new List<long>(65536)).ToArray();
        Exception? failed = null;
        var (cpu, allocated) = (program.Cpu, program.Allocated);
        var begun = Stopwatch.GetTimestamp();
        var end = begun + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var threads = clients.Select((client, i) => new Thread(() =>
        {
            try
            {
                Ask(client, requests[i], times[i], expected, end);
            }
            catch (Exception failure)
            {
                failed = failure;
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        var elapsed = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        (cpu, allocated) = (program.Cpu - cpu, program.Allocated - allocated);
        var body = clients[0].BodyLength;
        Array.ForEach(clients, client => client.Dispose());
        if (failed is not null)
            throw new InvalidOperationException($"The load stopped: {failed.Message} {program.Said}", failed);
        var all = times.SelectMany(t => t).Order().ToList();
        return new(all.Count / elapsed, cpu.TotalMilliseconds / all.Count, allocated / 1024.0 / all.Count, Ms(all, 0.5), Ms(all, 0.99), body / 1024.0);
    }

    private static void Ask(Client client, Requests requests, List<long> times, int expected, long end)
    {
        while (Stopwatch.GetTimestamp() < end)
        {
            var request = requests.Next();
            var begun = Stopwatch.GetTimestamp();
            var status = client.Ask(request);
            times.Add(Stopwatch.GetTimestamp() - begun);
            if (status != expected)
                throw new InvalidOperationException($"Answered {status} and not {expected}: {client.Answer()}");
        }
    }

    private static double Ms(List<long> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))] * 1000.0 / Stopwatch.Frequency;
}

/// <summary>What one client asks in turn. A sequence within (see <see cref="Form.FirstSequence"/>) rises from one request to the next.</summary>
internal sealed class Requests
{
    private readonly byte[][] templates;
    private readonly int[] places;
    private long turn;

    public Requests(byte[][] templates)
    {
        this.templates = templates;
        var first = Encoding.ASCII.GetBytes($"{Form.FirstSequence}");
        places = [.. templates.Select(template => template.AsSpan().IndexOf(first))];
    }

    public byte[] Next()
    {
        var which = (int)(turn % templates.Length);
        if (places[which] is var place and > 0)
            (Form.FirstSequence + turn).TryFormat(templates[which].AsSpan(place), out _);
        turn++;
        return templates[which];
    }
}
