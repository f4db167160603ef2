using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Accounts;

namespace SupplierEsg.Infrastructure.Data.Mappings;

internal sealed class AccountMapping : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> account)
    {
        account.Property(a => a.DisplayName).HasMaxLength(200);
        account.Property(a => a.Language).HasMaxLength(10);
        account.HasIndex(a => a.SupplierId);
    }
}

internal sealed class ApiKeyMapping : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.Property(k => k.Name).HasMaxLength(100);
        key.Property(k => k.Hash).HasMaxLength(64);
        key.HasIndex(k => k.Hash).IsUnique();
        key.HasOne<AppUser>().WithMany().HasForeignKey(k => k.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SetupLinkMapping : IEntityTypeConfiguration<SetupLink>
{
    public void Configure(EntityTypeBuilder<SetupLink> link)
    {
        link.ToTable("SetupLink");
        link.Property(l => l.Id).ValueGeneratedNever();
        link.Property(l => l.Hash).HasMaxLength(64);
    }
}
