namespace SupplierEsg.Web.Support;

internal static class CookieExtensions
{
    /// <summary>Keeps a choice that is no secret for a year.</summary>
    public static void Remember(this HttpResponse response, string cookie, string value) =>
        response.Cookies.Append(cookie, value, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true, Secure = response.HttpContext.Request.IsHttps });
}
