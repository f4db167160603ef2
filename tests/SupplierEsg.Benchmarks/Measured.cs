using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SupplierEsg.Benchmarks;

/// <summary>A program in a process of its own: its CPU time and memory are the system's figures, its allocations the meter's.</summary>
internal sealed class Measured : IDisposable
{
    private readonly Process process;
    private readonly string meter = Path.Combine(Path.GetTempPath(), $"meter-{Guid.NewGuid():N}");

    /// <param name="program">Path of its assembly.</param>
    /// <param name="arguments">After the address.</param>
    /// <param name="metered">With the meter within; a cold start is measured without.</param>
    /// <param name="environment">Its settings.</param>
    public Measured(string program, string[] arguments, bool metered, params (string Name, string Value)[] environment)
    {
        Port = FreePort();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(program)! };
        foreach (var argument in (string[])[program, .. arguments, "--urls", $"http://127.0.0.1:{Port}"])
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        if (metered)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
            start.Environment[StartupHook.Variable] = meter;
        }
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Said.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => Said.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    public StringBuilder Said { get; } = new();

    public Uri Address => new($"http://127.0.0.1:{Port}");

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public long Allocated
    {
        get
        {
            using var asking = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            asking.Connect(new UnixDomainSocketEndPoint(meter));
            var told = new byte[32];
            var length = asking.Receive(told);
            return long.Parse(Encoding.ASCII.GetString(told, 0, length), CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Waits for the first answer to this path, however often it has to ask.</summary>
    public void AwaitFirst(string path)
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The program ended: {Said}");
            try
            {
                using var answer = client.Send(new(HttpMethod.Get, path));
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
                throw new InvalidOperationException($"{path} answers {answer.StatusCode}. {Said}");
            }
            catch (HttpRequestException)
            {
                Thread.Sleep(2);
            }
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
        File.Delete(meter);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
