using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Suppliers.Identifiers;

namespace SupplierEsg.Infrastructure.Data.Mappings;

internal sealed class SupplierMapping : IEntityTypeConfiguration<Supplier>
{
    public void Configure(EntityTypeBuilder<Supplier> supplier)
    {
        supplier.Property(s => s.LegalName).HasMaxLength(SupplierProfile.MaxNameLength);
        supplier.Property(s => s.LocalName).HasMaxLength(SupplierProfile.MaxNameLength);
        supplier.Property(s => s.NameKey).HasMaxLength(NameKey.MaxLength);
        supplier.Property(s => s.LocalNameKey).HasMaxLength(NameKey.MaxLength);
        supplier.Property(s => s.SearchText).HasMaxLength(SupplierSearch.MaxLength);
        supplier.Property(s => s.CountryCode).HasMaxLength(2);
        supplier.Property(s => s.StatusReason).HasMaxLength(SupplierStatuses.MaxReasonLength);
        supplier.Ignore(s => s.Categories);
        supplier.HasOne<Supplier>().WithMany().HasForeignKey(s => s.ParentId);
        // One index for each way to filter or sort the list; the id parts what is equal, so that pages never overlap.
        supplier.HasIndex(s => new { s.NameKey, s.Id });
        supplier.HasIndex(s => new { s.LocalNameKey, s.Id });
        supplier.HasIndex(s => new { s.Status, s.NameKey, s.Id });
        supplier.HasIndex(s => new { s.CountryCode, s.NameKey, s.Id });
        supplier.HasIndex(s => new { s.Size, s.NameKey, s.Id });
        supplier.HasIndex(s => new { s.HeadCount, s.NameKey, s.Id });
        supplier.HasIndex(s => new { s.RegisteredAt, s.NameKey, s.Id });
        // A part of a word may stand anywhere, so a search reads all texts; in an index of their own they are few pages.
        supplier.HasIndex(s => s.SearchText);

        supplier.OwnsMany(s => s.Supplied, category =>
        {
            category.ToTable("SupplierCategories");
            category.WithOwner().HasForeignKey("SupplierId");
            category.Property(c => c.Code).HasMaxLength(ProductCategory.MaxCodeLength);
            category.HasKey("SupplierId", nameof(SuppliedCategory.Code));
            category.HasIndex(nameof(SuppliedCategory.Code), "SupplierId");
        });
        supplier.OwnsMany(s => s.Sites, site =>
        {
            site.ToTable("SupplierSites");
            site.Property<int>("Id");
            site.HasKey("Id");
        });
        supplier.OwnsMany(s => s.Contacts, contact =>
        {
            contact.ToTable("SupplierContacts");
            contact.Property<int>("Id");
            contact.HasKey("Id");
        });
        supplier.OwnsMany(s => s.Identifiers, identifier =>
        {
            identifier.ToTable("SupplierIdentifiers");
            identifier.Property<int>("Id");
            identifier.HasKey("Id");
            identifier.Property(i => i.Value).HasMaxLength(SupplierIdentifier.MaxLength);
            identifier.HasIndex(i => i.Value);
            // Numbers that are given worldwide belong to one company; national register numbers repeat between courts.
            identifier.HasIndex(i => new { i.Scheme, i.Value }).IsUnique().HasFilter("\"Scheme\" IN ('Lei', 'Uscc', 'EuVat', 'Duns')");
        });
    }
}
