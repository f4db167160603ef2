using System.Diagnostics;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Web.Support;

/// <summary>Turns whatever stops an API request into a problem document that names the member at fault.</summary>
internal sealed class ApiFaults(IProblemDetailsService problems, ILogger<ApiFaults> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        // The request's own path is that of the page for people by now.
        if (http.Features.Get<IExceptionHandlerPathFeature>() is not { } failure || !new PathString(failure.Path).StartsWithSegments("/api"))
            return false;
        var problem = Describe(exception, http);
        http.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new() { HttpContext = http, ProblemDetails = problem, Exception = exception });
    }

    private ProblemDetails Describe(Exception exception, HttpContext http) => exception switch
    {
        RuleBroken refusal => Refused([refusal]),
        RulesBroken several => Refused(several.Refusals),
        ValidationException invalid => new HttpValidationProblem(invalid.Errors.GroupBy(e => Camel(e.PropertyName)).ToDictionary(g => g.Key, g => g.Select(e => e.ErrorMessage).ToArray())),
        NotFound missing => new() { Status = StatusCodes.Status404NotFound, Title = "Not found", Detail = missing.Message },
        BadHttpRequestException bad => Unreadable(bad, http),
        _ => Unexpected(exception, http),
    };

    private static ProblemDetails Refused(IReadOnlyList<RuleBroken> refusals)
    {
        var members = refusals.Where(refusal => refusal.Member is not null).GroupBy(refusal => Camel(refusal.Member!), refusal => refusal.Message).ToDictionary(g => g.Key, g => g.ToArray());
        var problem = members.Count == 0 ? new ProblemDetails() : new HttpValidationProblem(members);
        problem.Status = refusals.Max(StatusOf);
        problem.Title = "Refused";
        problem.Detail = string.Join(' ', refusals.Select(refusal => refusal.Message).Distinct());
        problem.Extensions["code"] = refusals[0].Code;
        if (refusals.FirstOrDefault(refusal => refusal.Link is not null) is { } leading)
            problem.Extensions["link"] = leading.Link;
        return problem;
    }

    private static int StatusOf(RuleBroken refusal) =>
        refusal.Code is "common.changed-meanwhile" ? StatusCodes.Status412PreconditionFailed
        : refusal.Code.EndsWith("-taken", StringComparison.Ordinal) || refusal.Code is "common.saved-twice" ? StatusCodes.Status409Conflict
        : StatusCodes.Status422UnprocessableEntity;

    private static ProblemDetails Unreadable(BadHttpRequestException bad, HttpContext http)
    {
        var json = bad.InnerException as System.Text.Json.JsonException;
        var member = json?.Path?.TrimStart('$').TrimStart('.') ?? Parameter(bad.Message);
        var problem = string.IsNullOrEmpty(member)
            ? new ProblemDetails()
            : new HttpValidationProblem(new Dictionary<string, string[]> { [member] = ["This value is not of the kind that is expected here; see /openapi/v1.json."] });
        problem.Status = bad.StatusCode;
        problem.Title = bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "Too large" : "Not readable";
        problem.Detail = bad.StatusCode == StatusCodes.Status413PayloadTooLarge
            ? $"The request is larger than the {http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize} bytes that are read here."
            : json is null ? bad.Message : "The body is not the JSON that is expected here.";
        return problem;
    }

    private ProblemDetails Unexpected(Exception exception, HttpContext http)
    {
        var reference = Reference.Of(http);
        log.LogError(exception, "Unexpected failure {Reference} at {Method} {Path}", reference, http.Request.Method, http.Features.Get<IExceptionHandlerPathFeature>()?.Path);
        return new() { Status = StatusCodes.Status500InternalServerError, Title = "Something failed on our side", Detail = $"Nothing was changed. Tell your administrator this reference: {reference}.", Extensions = { ["reference"] = reference } };
    }

    /// <summary>Which parameter of the address couldn't be read; the framework tells it in its sentence only.</summary>
    private static string? Parameter(string message) =>
        System.Text.RegularExpressions.Regex.Match(message, "^Failed to bind parameter \"\\S+ (\\w+)\"") is { Success: true } match ? match.Groups[1].Value : null;

    private static string Camel(string member) =>
        string.Join('.', member.Split('.').Select(part => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]));

    private sealed class HttpValidationProblem : HttpValidationProblemDetails
    {
        public HttpValidationProblem(IDictionary<string, string[]> errors)
            : base(errors)
        {
            Status = StatusCodes.Status400BadRequest;
            Title = "Not as expected";
            Detail = "Some members are not as they should be; see errors.";
        }
    }
}

/// <summary>A short number that a person can read out and that leads to the log.</summary>
public static class Reference
{
    public static string Of(HttpContext http) => (Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier)[..8].ToUpperInvariant();
}
