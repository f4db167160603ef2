using System.Net.Sockets;
using System.Text;

/// <summary>
/// Runs within the measured program, which knows nothing of it (<c>DOTNET_STARTUP_HOOKS</c>): whoever connects to the
/// socket is told how many bytes the program has allocated so far.
/// </summary>
internal static class StartupHook
{
    public const string Variable = "SUPPLIERESG_BENCH_METER";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
            new Thread(() => Tell(path)) { IsBackground = true, Name = "Meter" }.Start();
    }

    private static void Tell(string path)
    {
        using var door = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        door.Bind(new UnixDomainSocketEndPoint(path));
        door.Listen();
        while (true)
        {
            using var asking = door.Accept();
            asking.Send(Encoding.ASCII.GetBytes(GC.GetTotalAllocatedBytes(precise: true).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }
}
