namespace SupplierEsg.Web.Support;

internal static class Headers
{
    /// <summary>In the address of a document that is to be shown rather than saved: <c>?show=1</c>.</summary>
    public const string ShowName = "show";

    /// <summary>Nothing from elsewhere, nothing inline, no framing.</summary>
    public static HeaderPolicyCollection Policy { get; } = new HeaderPolicyCollection()
        .AddDefaultSecurityHeaders()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddScriptSrc().Self();
            csp.AddStyleSrc().Self();
            csp.AddImgSrc().Self().Data();
            csp.AddConnectSrc().Self();
            // A document beside the question it proves; nothing else lets itself be framed.
            csp.AddFrameSrc().Self();
            csp.AddFormAction().Self();
            csp.AddManifestSrc().Self();
            csp.AddBaseUri().None();
            csp.AddFrameAncestors().None();
        });

    private static readonly HeaderPolicyCollection Sandbox = new HeaderPolicyCollection()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddFrameAncestors().None();
            csp.AddSandbox();
        });

    /// <summary>
    /// For what is asked for to be shown, also within a page of ours. In the same sandbox: Chromium's own viewer of PDFs is a page
    /// of the browser's and draws a file that may run and load nothing.
    /// </summary>
    private static readonly HeaderPolicyCollection Shown = new HeaderPolicyCollection()
        .AddFrameOptionsSameOrigin()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddFrameAncestors().Self();
            csp.AddSandbox();
        });

    /// <summary>
    /// What others uploaded runs nowhere, not even where a browser is talked into showing it. Stands before the policy of all
    /// pages, since headers are written in the reverse order.
    /// </summary>
    public static void UseSandboxForEvidence(this WebApplication app)
    {
        app.UseWhen(http => IsDocument(http.Request.Path) && !IsToBeShown(http.Request), evidence => evidence.UseSecurityHeaders(Sandbox));
        app.UseWhen(http => IsDocument(http.Request.Path) && IsToBeShown(http.Request), evidence => evidence.UseSecurityHeaders(Shown));
    }

    // …/evidence/<id> of the portal, the desk and the API, and the API's documents/<id>/content.
    private static bool IsDocument(PathString path)
    {
        var parts = (path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is [.., var place, var id] && ((place.Equals("evidence", StringComparison.OrdinalIgnoreCase) && Guid.TryParse(id, out _)) || id.Equals("content", StringComparison.OrdinalIgnoreCase));
    }

    public static bool IsToBeShown(HttpRequest request) => request.Query[ShowName].ToString() is "1" or "true";

    /// <summary>A bare 404 or 403 becomes a page for people; the API answers with its problem documents.</summary>
    public static void UseStatusCodePagesForPeople(this WebApplication app) =>
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api"), people => people.UseStatusCodePagesWithReExecute("/status/{0}"));
}
