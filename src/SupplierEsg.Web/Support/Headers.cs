namespace SupplierEsg.Web.Support;

internal static class Headers
{
    /// <summary>Nothing from elsewhere, nothing inline, no framing.</summary>
    public static HeaderPolicyCollection Policy { get; } = new HeaderPolicyCollection()
        .AddDefaultSecurityHeaders()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddScriptSrc().Self();
            csp.AddStyleSrc().Self();
            csp.AddImgSrc().Self().Data();
            csp.AddFrameSrc().Self();
            csp.AddConnectSrc().Self();
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
    /// What others uploaded runs nowhere, not even where a browser is talked into showing it. Stands before the policy of all
    /// pages, since headers are written in the reverse order.
    /// </summary>
    public static void UseSandboxForEvidence(this WebApplication app) =>
        app.UseWhen(http => http.Request.Path.Value?.Contains("/evidence/", StringComparison.OrdinalIgnoreCase) == true, evidence => evidence.UseSecurityHeaders(Sandbox));

    /// <summary>A bare 404 or 403 becomes a page for people; the API answers with its problem documents.</summary>
    public static void UseStatusCodePagesForPeople(this WebApplication app) =>
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api"), people => people.UseStatusCodePagesWithReExecute("/status/{0}"));
}
