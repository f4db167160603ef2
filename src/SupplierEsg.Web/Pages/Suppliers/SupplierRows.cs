using SupplierEsg.Application.Suppliers;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Web.Pages.Suppliers;

/// <summary>The rows of a supplier's form that repeat: "add another" sends the form, which comes back with one more.</summary>
internal static class SupplierRows
{
    public const string Identifiers = "identifiers";
    public const string Sites = "sites";
    public const string Contacts = "contacts";

    /// <summary>At least one row of each, and one more where it was asked for.</summary>
    public static TCommand WithRows<TCommand>(this TCommand details, string? more = null)
        where TCommand : SupplierDetails =>
        details with
        {
            Identifiers = Padded(details.Identifiers, more == Identifiers),
            Sites = Padded(details.Sites, more == Sites, new() { Kind = details.Sites.Count == 0 ? SiteKind.RegisteredOffice : SiteKind.Site }),
            Contacts = Padded(details.Contacts, more == Contacts),
        };

    /// <summary>What stands in the form of a supplier that is there already.</summary>
    public static EditSupplier.Command ToForm(this GetSupplier.Result supplier) =>
        new()
        {
            Id = supplier.Id,
            Version = supplier.Version,
            LegalName = supplier.LegalName,
            LocalName = supplier.LocalName,
            CountryCode = supplier.CountryCode,
            HeadCount = supplier.HeadCount,
            Parent = supplier.Parent?.LegalName,
            Categories = supplier.Categories,
            Identifiers = [.. supplier.Identifiers.Select(i => new IdentifierRow { Scheme = i.Scheme, Value = i.Value })],
            Sites = [.. supplier.Sites.Select(s => new SiteRow { Kind = s.Kind, Lines = s.Lines, City = s.City, Region = s.Region, Postcode = s.Postcode, CountryCode = s.CountryCode })],
            Contacts = [.. supplier.Contacts.Select(c => new ContactRow { Name = c.Name, Role = c.Role, Email = c.Email, Phone = c.Phone, Language = c.Language })],
        };

    private static IReadOnlyList<T> Padded<T>(IReadOnlyList<T> rows, bool more, T? blank = null)
        where T : class, new() => rows.Count == 0 || (more && rows.Count < SupplierDetails.MostRows) ? [.. rows, blank ?? new T()] : rows;
}
