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
        supplier.Property(s => s.NameKey).HasMaxLength(250);
        supplier.Property(s => s.LocalNameKey).HasMaxLength(250);
        supplier.Property(s => s.CountryCode).HasMaxLength(2);
        supplier.Property(s => s.StatusReason).HasMaxLength(2000);
        supplier.PrimitiveCollection(s => s.Categories);
        supplier.HasOne<Supplier>().WithMany().HasForeignKey(s => s.ParentId);
        supplier.HasIndex(s => s.NameKey);
        supplier.HasIndex(s => s.LegalName);
        supplier.HasIndex(s => new { s.Status, s.LegalName });
        supplier.HasIndex(s => new { s.CountryCode, s.LegalName });

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
            // Numbers that are given worldwide belong to one company; national register numbers repeat between courts.
            identifier.HasIndex(i => new { i.Scheme, i.Value }).IsUnique().HasFilter("\"Scheme\" IN ('Lei', 'Uscc', 'EuVat', 'Duns')");
        });
    }
}
