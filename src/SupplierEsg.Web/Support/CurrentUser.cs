using System.Globalization;
using System.Runtime.CompilerServices;
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
    // A session's principal serves all its requests, and is read once.
    private static readonly ConditionalWeakTable<ClaimsPrincipal, Person> People = [];

    private Person? Asking => http.HttpContext?.User is { } principal ? People.GetValue(principal, static read => new(read)) : null;

    public Guid? Id => Asking?.Id;

    public string Name => Asking?.Name ?? "System";

    public IReadOnlyCollection<Role> Roles => Asking?.Roles ?? [];

    public SupplierId? SupplierId => Asking?.Supplier;

    public bool IsSystem => http.HttpContext is null;

    public string Language => Languages.Current;

    private sealed class Person(ClaimsPrincipal principal)
    {
        public readonly Guid? Id = Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

        public readonly string Name = principal.FindFirstValue(HouseClaims.DisplayName) ?? principal.Identity?.Name ?? "Visitor";

        public readonly Role[] Roles = [.. principal.FindAll(ClaimTypes.Role).Select(claim => Enum.TryParse<Role>(claim.Value, out var role) ? role : (Role?)null).OfType<Role>()];

        public readonly SupplierId? Supplier = Guid.TryParse(principal.FindFirstValue(HouseClaims.Supplier), out var supplier) ? new SupplierId(supplier) : null;
    }
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
