using System.Text.Json;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Web.Api;

/// <summary>The body of a preview: a whole case that strangers wrote, computed and not stored.</summary>
internal static class PreviewCase
{
    /// <summary>Some fifty times the shipped questionnaire with its answers.</summary>
    public const int LongestBody = 2 * 1024 * 1024;

    private const int DeepestNesting = 32;

    public static async Task<IResult> Answer(HttpRequest request, Func<JsonElement, Task<IResult>> preview, CancellationToken token)
    {
        if (await Body(request, token) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, title: "Too large", detail: $"The request is larger than the {LongestBody} bytes that are read here.");
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DeepestNesting });
        }
        catch (JsonException broken)
        {
            return NotJson(broken);
        }
        using (document)
            return await preview(document.RootElement);
    }

    /// <param name="nothing">What wasn't done, as a sentence.</param>
    public static IResult Refused(IReadOnlyList<Fault> faults, string code, string nothing)
    {
        var named = faults.Select(fault => new FaultResponse(fault.Path.Length == 0 ? "$" : fault.Path, fault.Message)).ToList();
        return Results.Problem(new HttpValidationProblemDetails(named.GroupBy(f => f.Path).ToDictionary(g => g.Key, g => g.Select(f => f.Message).ToArray()))
        {
            Status = StatusCodes.Status422UnprocessableEntity,
            Title = "Refused",
            Detail = named.Count == 1 ? named[0].Message : $"The case has {named.Count} faults; errors names each member with what it should be. {nothing}",
            Extensions = { ["code"] = code, ["faults"] = named },
        });
    }

    // The server's own limit counts too, but not every server has one, and a chunked body says no length.
    private static async Task<ReadOnlyMemory<byte>?> Body(HttpRequest request, CancellationToken token)
    {
        if (request.ContentLength > LongestBody)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, token)) > 0)
        {
            if (body.Length + read > LongestBody)
                return null;
            body.Write(buffer, 0, read);
        }
        return WithoutMark(body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? body[3..] : body;

    private static IResult NotJson(JsonException broken) => Results.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        title: "Not readable",
        detail: $"This is not valid JSON in UTF-8: reading stopped in line {(broken.LineNumber ?? 0) + 1} at byte {(broken.BytePositionInLine ?? 0) + 1}. Check quotes, commas and brackets there; at most {DeepestNesting} levels may be nested.");
}

public sealed record FaultResponse(string Path, string Message);
