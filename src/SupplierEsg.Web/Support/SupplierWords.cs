using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Suppliers.Identifiers;

namespace SupplierEsg.Web.Support;

/// <summary>What a supplier's codes are called in the reader's language, and the lists to choose from.</summary>
internal static class SupplierWords
{
    public static string Of(this Words T, SupplierStatus status) => status switch
    {
        SupplierStatus.Prospective => T["Prospective"],
        SupplierStatus.Registered => T["Registered"],
        SupplierStatus.Qualified => T["Qualified"],
        SupplierStatus.Suspended => T["Suspended"],
        _ => T["Blocked"],
    };

    /// <summary>The tag's class: a sign and a colour beside the word.</summary>
    public static string TagOf(SupplierStatus status) => status switch
    {
        SupplierStatus.Registered => "tag info",
        SupplierStatus.Qualified => "tag good",
        SupplierStatus.Suspended => "tag caution",
        SupplierStatus.Blocked => "tag bad",
        _ => "tag",
    };

    /// <summary>What follows for the supplier from a status.</summary>
    public static string MeaningOf(this Words T, SupplierStatus status) => status switch
    {
        SupplierStatus.Prospective => T["Known and under consideration, not yet in the register."],
        SupplierStatus.Registered => T["In the register; may be assessed and invited."],
        SupplierStatus.Qualified => T["Found fit to be awarded contracts."],
        SupplierStatus.Suspended => T["Set aside for a time, until something is cleared up."],
        _ => T["Excluded. Its fitness has to be found anew before it can be qualified again."],
    };

    public static string Of(this Words T, SizeClass size) => size switch
    {
        SizeClass.Micro => T["Micro"],
        SizeClass.Small => T["Small"],
        SizeClass.Medium => T["Medium"],
        _ => T["Large"],
    };

    public static string WithHeads(this Words T, SizeClass size) => size switch
    {
        SizeClass.Micro => T["Micro (fewer than 10 persons)"],
        SizeClass.Small => T["Small (10 to 49 persons)"],
        SizeClass.Medium => T["Medium (50 to 249 persons)"],
        _ => T["Large (250 persons or more)"],
    };

    public static string Of(this Words T, IdentifierScheme scheme) => scheme switch
    {
        IdentifierScheme.Lei => T["LEI"],
        IdentifierScheme.Uscc => T["Unified social credit code (China)"],
        IdentifierScheme.EuVat => T["EU VAT number"],
        IdentifierScheme.Duns => T["D-U-N-S number"],
        IdentifierScheme.National => T["Number in a national register"],
        _ => T["Other number"],
    };

    public static string Of(this Words T, SiteKind kind) => kind == SiteKind.RegisteredOffice ? T["Registered office"] : T["Site"];

    public static string Category(this Words T, string code) => ProductCategory.Find(code) is { } category ? T[category.Name] : code;

    public static string CountryName(string code) => Country.Find(code)?.In(Languages.Current) ?? code;

    public static string LanguageName(string tag) => Languages.All.FirstOrDefault(language => language.Tag == tag).Name ?? tag;

    /// <summary>A changed member of a supplier, as the form labels it.</summary>
    public static string Member(this Words T, string member) => member switch
    {
        nameof(Supplier.LegalName) => T["Legal name"],
        nameof(Supplier.LocalName) => T["Name in the local language"],
        nameof(Supplier.CountryCode) => T["Country"],
        nameof(Supplier.HeadCount) => T["Head count"],
        nameof(Supplier.ParentId) => T["Parent company"],
        nameof(Supplier.Categories) => T["Product categories"],
        nameof(Supplier.Identifiers) => T["Identifiers"],
        nameof(Supplier.Sites) => T["Sites"],
        nameof(Supplier.Contacts) => T["Contacts"],
        _ => member,
    };

    /// <summary>A value of the journal, with codes of one member replaced by their names.</summary>
    public static string? ValueOf(this Words T, string member, string? value) => (member, value) switch
    {
        (_, null) => null,
        (nameof(Supplier.CountryCode), _) => CountryName(value),
        (nameof(Supplier.Categories), _) => string.Join(" · ", value.Split("; ").Select(T.Category)),
        _ => value,
    };

    public static List<SelectListItem> Statuses(this Words T, IEnumerable<SupplierStatus> among) => [.. among.Select(s => new SelectListItem(T.Of(s), s.ToString()))];

    public static List<SelectListItem> Sizes(this Words T) => [.. Enum.GetValues<SizeClass>().Select(s => new SelectListItem(T.WithHeads(s), s.ToString()))];

    public static List<SelectListItem> Schemes(this Words T) => [.. Enum.GetValues<IdentifierScheme>().Select(s => new SelectListItem(T.Of(s), s.ToString()))];

    public static List<SelectListItem> SiteKinds(this Words T) => [.. Enum.GetValues<SiteKind>().Select(k => new SelectListItem(T.Of(k), k.ToString()))];

    public static List<SelectListItem> Categories(this Words T) => [.. ProductCategory.All.Select(c => new SelectListItem(T[c.Name], c.Code))];

    /// <summary>All countries in the order of the reader's language.</summary>
    public static List<SelectListItem> Countries()
    {
        var order = StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true);
        return [.. Country.All.Select(c => new SelectListItem(c.In(Languages.Current), c.Code)).OrderBy(item => item.Text, order)];
    }

    public static List<SelectListItem> MailLanguages() => [.. Languages.All.Select(language => new SelectListItem(language.Name, language.Tag))];
}
