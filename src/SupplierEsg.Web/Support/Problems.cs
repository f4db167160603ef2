namespace SupplierEsg.Web.Support;

/// <summary>What a problem document says where nothing more exact is known.</summary>
internal static class Problems
{
    private static readonly Dictionary<int, (string Title, string Detail)> Words = new()
    {
        [400] = ("Not readable", "The request can't be read; see /openapi/v1.json."),
        [401] = ("Not signed in", "Send a valid API key as 'Authorization: Bearer …'."),
        [403] = ("Not allowed", "The account of this API key may not do this."),
        [404] = ("Not found", "There is no such address in the API; /openapi/v1.json lists them all."),
        [405] = ("Method not allowed", "This address exists, but not for this method; the header Allow names those it takes."),
        [409] = ("Conflict", "The request doesn't go together with what there is."),
        [412] = ("Changed meanwhile", "What you want to change is no longer as you read it."),
        [413] = ("Too large", "The request is larger than what is read here."),
        [415] = ("Unsupported media type", "The body is of another kind than this address takes; see /openapi/v1.json."),
        [422] = ("Refused", "The request is readable, but can't be done."),
        [428] = ("If-Match required", "Send the ETag you read as If-Match."),
        [429] = ("Too many requests", "Wait as many seconds as the header Retry-After says, then go on."),
    };

    public static string Title(int status) => Words.TryGetValue(status, out var words) ? words.Title : "Failed";

    /// <summary>Puts the house's words into what the framework left bare.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Detail is not null || !Words.TryGetValue(problem.Status ?? context.HttpContext.Response.StatusCode, out var words))
            return;
        problem.Title = words.Title;
        problem.Detail = words.Detail;
    }
}
