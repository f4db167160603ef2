using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.Rendering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Accounts;

namespace SupplierEsg.Web.Support;

/// <summary>Reads who asks from the request; where there is no request, the system itself asks.</summary>
internal sealed class CurrentUser(IHttpContextAccessor http) : ICurrentUser
{
    private ClaimsPrincipal? Principal => http.HttpContext?.User;

    public Guid? Id => Guid.TryParse(Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public string Name => IsSystem ? "System" : Principal?.FindFirstValue(HouseClaims.DisplayName) ?? Principal?.Identity?.Name ?? "Visitor";

    public IReadOnlyCollection<Role> Roles =>
        Principal?.FindAll(ClaimTypes.Role).Select(claim => Enum.TryParse<Role>(claim.Value, out var role) ? role : (Role?)null).OfType<Role>().ToList() ?? [];

    public SupplierId? SupplierId => Guid.TryParse(Principal?.FindFirstValue(HouseClaims.Supplier), out var id) ? new SupplierId(id) : null;

    public bool IsSystem => http.HttpContext is null;

    public string Language => Languages.Current;
}

/// <summary>The languages of the pages: their tag in HTML and texts, and the culture that writes their numbers and dates.</summary>
public static class Languages
{
    public static readonly IReadOnlyList<(string Tag, string Culture, string Name)> All =
        [("en", "en-GB", "English"), ("zh-Hans", "zh-CN", "简体中文")];

    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "zh-Hans" : "en";

    public static IEnumerable<SelectListItem> Choices() => All.Select(language => new SelectListItem(language.Name, language.Tag));

    public static string CultureOf(string tag) => All.FirstOrDefault(language => language.Tag == tag, All[0]).Culture;
}
