using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace SupplierEsg.Web.Support;

/// <summary>
/// Reads a form of several parts that carries no file in one go. The framework's reader makes a stream and its buffers for every
/// part, some ten kilobytes for each answer of a page. Whatever is out of the ordinary is left to it.
/// </summary>
internal sealed class PlainForm(HttpRequest request, FormOptions options) : IFormFeature
{
    private const int MostBytes = 256 * 1024;
    private const int MostParts = 5000;
    private readonly FormFeature others = new(request, options);
    private IFormCollection? form;

    public bool HasFormContentType => others.HasFormContentType;

    public IFormCollection? Form
    {
        get => form ?? others.Form;
        set => others.Form = form = value;
    }

    public IFormCollection ReadForm() => form ?? ReadFormAsync(CancellationToken.None).GetAwaiter().GetResult();

    public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken)
    {
        if (form is not null)
            return form;
        if (request.ContentLength is not (> 0 and <= MostBytes) || Boundary(request.ContentType) is not { } boundary)
            return await others.ReadFormAsync(cancellationToken);
        var (length, body) = ((int)request.ContentLength, ArrayPool<byte>.Shared.Rent((int)request.ContentLength));
        try
        {
            await request.Body.ReadExactlyAsync(body.AsMemory(0, length), cancellationToken);
            if (TryRead(body.AsSpan(0, length), Encoding.ASCII.GetBytes(boundary)) is { } fields)
                return form = new FormCollection(fields);
            request.Body = new MemoryStream(body.AsSpan(0, length).ToArray(), writable: false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
        return await others.ReadFormAsync(cancellationToken);
    }

    /// <summary>Null where the body isn't the plainest there can be, or has a file in it.</summary>
    internal static Dictionary<string, StringValues>? TryRead(ReadOnlySpan<byte> body, ReadOnlySpan<byte> boundary)
    {
        Span<byte> mark = stackalloc byte[boundary.Length + 4];
        "\r\n--"u8.CopyTo(mark);
        boundary.CopyTo(mark[4..]);
        if (!body.StartsWith(mark[2..]))
            return null;
        body = body[(mark.Length - 2)..];
        var fields = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        for (var parts = 0; parts < MostParts && body.StartsWith("\r\n"u8); parts++)
        {
            body = body[2..];
            if (body.IndexOf("\r\n\r\n"u8) is not (> 0 and var head) || !TryReadHead(body[..head], out var name, out var isEmptyFile))
                return null;
            body = body[(head + 4)..];
            if (body.IndexOf(mark) is not (>= 0 and var end) || (isEmptyFile && end > 0))
                return null;
            if (!isEmptyFile)
                fields[name] = StringValues.Concat(fields.GetValueOrDefault(name), Encoding.UTF8.GetString(body[..end]));
            body = body[(end + mark.Length)..];
        }
        return body.SequenceEqual("--\r\n"u8) || body.SequenceEqual("--"u8) ? fields : null;
    }

    // A field, or the place of a file that nobody chose.
    private static bool TryReadHead(ReadOnlySpan<byte> head, out string name, out bool isEmptyFile)
    {
        (name, isEmptyFile) = ("", false);
        var start = "Content-Disposition: form-data; name=\""u8;
        if (!head.StartsWith(start) || head[start.Length..].IndexOf((byte)'"') is not (> 0 and var length))
            return false;
        var written = head.Slice(start.Length, length);
        if (written.ContainsAny((byte)'\\', (byte)'%', (byte)'='))
            return false;
        name = Encoding.UTF8.GetString(written);
        var rest = head[(start.Length + length + 1)..];
        isEmptyFile = rest.StartsWith("; filename=\"\"\r\nContent-Type:"u8) && rest.Count("\r\n"u8) == 1;
        return rest.IsEmpty || isEmptyFile;
    }

    private static string? Boundary(string? contentType)
    {
        const string Start = "multipart/form-data; boundary=";
        if (contentType is null || !contentType.StartsWith(Start, StringComparison.OrdinalIgnoreCase))
            return null;
        var boundary = contentType[Start.Length..].Trim('"');
        return boundary.Length is > 0 and <= 70 && !boundary.AsSpan().ContainsAny(';', ' ', '"') && Ascii.IsValid(boundary) ? boundary : null;
    }
}
