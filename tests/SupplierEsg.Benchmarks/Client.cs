using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SupplierEsg.Benchmarks;

/// <summary>A connection that is kept, and requests made beforehand: so little that the measured program has the machine to itself.</summary>
internal sealed class Client : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] received = new byte[256 * 1024];

    public Client(int port) => socket.Connect(IPAddress.Loopback, port);

    /// <summary>Bytes of the last answer's body, as sent.</summary>
    public int BodyLength { get; private set; }

    /// <summary>Sends a request and reads its answer to the end; gives its status.</summary>
    public int Ask(byte[] request)
    {
        socket.Send(request);
        var length = 0;
        var head = -1;
        while (head < 0)
        {
            length += Receive(length);
            head = received.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
        }
        var headers = received.AsSpan(0, head + 2);
        var body = head + 4;
        if (ContentLength(headers) is { } known)
        {
            while (length < body + known)
                length += Receive(length);
            BodyLength = known;
        }
        else if (headers.IndexOf("Transfer-Encoding: chunked"u8) > 0)
        {
            while (!received.AsSpan(body, length - body).EndsWith("0\r\n\r\n"u8))
                length += Receive(length);
            BodyLength = length - body;
        }
        else
        {
            BodyLength = 0;
        }
        return (received[9] - '0') * 100 + (received[10] - '0') * 10 + (received[11] - '0');
    }

    /// <summary>The last answer, for when it isn't the one expected.</summary>
    public string Answer(int most = 2000) => Encoding.UTF8.GetString(received, 0, Math.Min(most, received.Length)).TrimEnd('\0');

    public static byte[] Request(string method, string path, string headers, byte[]? body = null)
    {
        var length = body is null ? "" : $"Content-Length: {body.Length}\r\n";
        return [.. Encoding.ASCII.GetBytes($"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\nAccept: */*\r\nAccept-Language: en\r\n{headers}{length}\r\n"), .. body ?? []];
    }

    public void Dispose() => socket.Dispose();

    private int Receive(int length)
    {
        if (length == received.Length)
            Array.Resize(ref received, length * 2);
        var more = socket.Receive(received.AsSpan(length));
        return more > 0 ? more : throw new InvalidOperationException($"The line was closed. {Answer()}");
    }

    private static int? ContentLength(ReadOnlySpan<byte> headers)
    {
        var at = headers.IndexOf("\r\nContent-Length: "u8);
        if (at < 0)
            return null;
        var length = 0;
        foreach (var digit in headers[(at + 18)..])
        {
            if (digit is < (byte)'0' or > (byte)'9')
                break;
            length = (length * 10) + digit - '0';
        }
        return length;
    }
}
