using System.Text.Json;

namespace SupplierEsg.Benchmarks.Floors;

/// <summary>
/// The least programs that do the same work: bare Kestrel with the framework's own reading of forms and JSON in front of
/// <see cref="GroupWriter"/>; bare Razor; and an empty program to be started. No sign-in, no rules, no model.
/// </summary>
internal static class FloorProgram
{
    public static async Task Run(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", () => "Hello");
        await app.RunAsync();
    }

    public static async Task RunAll(string folder, string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Floors/Pages");
        using var writer = new GroupWriter(Path.Combine(folder, "floor.db"));
        var app = builder.Build();
        app.MapRazorPages();
        app.MapGet("/", () => "Hello");
        app.MapPost("/save/{assessment}", async (string assessment, HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            var answers = form.Where(field => field.Key.StartsWith("a-", StringComparison.Ordinal)).Select(field => new[] { field.Key[2..], string.Join(' ', field.Value.ToArray()) }).ToList();
            await writer.Keep(assessment, JsonSerializer.Serialize(answers), JsonSerializer.Serialize(answers.Select(answer => answer[0])));
            return Results.Redirect("/");
        }).DisableAntiforgery();
        app.MapPost("/answer/{assessment}", async (string assessment, Post post) =>
        {
            await writer.Keep(assessment, JsonSerializer.Serialize(post.Answers.Select(answer => new[] { answer.Key, answer.Value.Value })), JsonSerializer.Serialize(post.Answers.Keys));
            return new { saved = post.Answers.Keys };
        });
        await app.RunAsync();
    }

    private sealed record Post(string Page, long Sequence, Dictionary<string, Sent> Answers);

    private sealed record Sent(string Value, bool Na, string Reason);
}
