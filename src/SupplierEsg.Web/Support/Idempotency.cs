using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using SupplierEsg.Application.Common;
using SupplierEsg.Infrastructure.Idempotency;

namespace SupplierEsg.Web.Support;

/// <summary>Says that an endpoint takes an <c>Idempotency-Key</c>.</summary>
internal sealed record TakesIdempotencyKey;

internal static class Idempotency
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotent-Replayed";
    private const int LongestKey = 100;

    /// <summary>
    /// Makes a creation safe to repeat: under the same <c>Idempotency-Key</c> the first success's answer comes again for a
    /// day, and nothing is made twice. What was refused made nothing, so it is judged anew.
    /// </summary>
    public static TBuilder Idempotent<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(built =>
        {
            built.Metadata.Add(new TakesIdempotencyKey());
            var inner = built.RequestDelegate!;
            // Round the whole handler, binding included: the fingerprint is taken of what was sent, not of what was understood.
            built.RequestDelegate = http => Once(http, inner);
        });
        return endpoint;
    }

    private static async Task Once(HttpContext http, RequestDelegate inner)
    {
        var account = http.RequestServices.GetRequiredService<ICurrentUser>().Id;
        if (account is null || !http.Request.Headers.TryGetValue(Header, out var sent))
        {
            await inner(http);
            return;
        }
        var key = sent.ToString();
        if (key.Length is 0 or > LongestKey || key.Any(c => c is < '!' or > '~'))
        {
            await Refuse(http, StatusCodes.Status400BadRequest, $"The {Header} is 1 to {LongestKey} visible ASCII characters without spaces; a UUID is a good one.");
            return;
        }
        // A client that hangs up is the very one that will repeat: what was begun for it is finished and remembered.
        var fingerprint = await Fingerprint(http.Request, http.RequestAborted);
        http.RequestAborted = CancellationToken.None;
        key = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(key)));
        var replies = http.RequestServices.GetRequiredService<IdempotentReplies>();
        var earlier = await replies.Begin(account.Value, key, fingerprint, CancellationToken.None);
        if (earlier is null)
            await Remember(http, inner, replies, account.Value, key);
        else if (earlier.Fingerprint != fingerprint)
            await Refuse(http, StatusCodes.Status422UnprocessableEntity, $"This {Header} was used for another request within the last 24 hours. Give each creation a key of its own.");
        else if (earlier.Status is null)
            await Refuse(http, StatusCodes.Status409Conflict, $"The first request with this {Header} is still under way. Repeat this one later; if it stays so, the first was cut off: look whether the thing was made before you use a new key.");
        else
            await Replay(http.Response, earlier);
    }

    private static async Task Remember(HttpContext http, RequestDelegate inner, IdempotentReplies replies, Guid account, string key)
    {
        var original = http.Features.Get<IHttpResponseBodyFeature>()!;
        using var kept = new MemoryStream();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(kept));
        try
        {
            await inner(http);
            await http.Response.CompleteAsync();
        }
        catch
        {
            await replies.Release(account, key);
            throw;
        }
        finally
        {
            http.Features.Set(original);
        }
        if (http.Response.StatusCode is >= 200 and < 300)
            await replies.Finish(account, key, reply => Note(http.Response, kept.ToArray(), reply));
        else
            await replies.Release(account, key);
        if (kept.Length > 0)
            await http.Response.Body.WriteAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length));
    }

    private static void Note(HttpResponse response, byte[] body, IdempotentReply reply)
    {
        reply.Status = response.StatusCode;
        reply.ContentType = response.ContentType;
        reply.Location = response.Headers.Location;
        reply.ETag = response.Headers.ETag;
        reply.Body = body;
    }

    private static async Task Replay(HttpResponse response, IdempotentReply reply)
    {
        response.StatusCode = reply.Status!.Value;
        response.ContentType = reply.ContentType;
        if (reply.Location is not null)
            response.Headers.Location = reply.Location;
        if (reply.ETag is not null)
            response.Headers.ETag = reply.ETag;
        response.Headers[ReplayedHeader] = "true";
        if (reply.Body is { Length: > 0 } body)
            await response.Body.WriteAsync(body);
    }

    private static async Task<string> Fingerprint(HttpRequest request, CancellationToken token)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, request.Method, request.Path, request.QueryString.Value);
        if (request.HasFormContentType)
            await AddForm(hash, await UploadForm.Read(request, token), token);
        else
        {
            request.EnableBuffering();
            await AddStream(hash, request.Body, token);
            request.Body.Position = 0;
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    // By its fields: the boundary between them is another one in each request.
    private static async Task AddForm(IncrementalHash hash, IFormCollection form, CancellationToken token)
    {
        foreach (var (name, values) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
            Add(hash, [name, .. values]);
        foreach (var file in form.Files)
        {
            Add(hash, file.Name, file.FileName);
            await using var content = file.OpenReadStream();
            await AddStream(hash, content, token);
        }
    }

    private static async Task AddStream(IncrementalHash hash, Stream content, CancellationToken token)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await content.ReadAsync(buffer, token)) > 0)
            hash.AppendData(buffer, 0, read);
    }

    private static void Add(IncrementalHash hash, params string?[] texts)
    {
        foreach (var text in texts)
            hash.AppendData(Encoding.UTF8.GetBytes(text + "\0"));
    }

    private static Task Refuse(HttpContext http, int status, string detail) =>
        Results.Problem(statusCode: status, title: Problems.Title(status), detail: detail).ExecuteAsync(http);
}
