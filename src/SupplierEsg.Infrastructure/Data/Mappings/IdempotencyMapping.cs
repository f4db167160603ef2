using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupplierEsg.Infrastructure.Idempotency;

namespace SupplierEsg.Infrastructure.Data.Mappings;

internal sealed class IdempotencyMapping : IEntityTypeConfiguration<IdempotentReply>
{
    public void Configure(EntityTypeBuilder<IdempotentReply> reply)
    {
        reply.ToTable("IdempotentReplies");
        reply.HasKey(r => new { r.AccountId, r.Key });
        reply.Property(r => r.Key).HasMaxLength(64);
        reply.Property(r => r.Fingerprint).HasMaxLength(64);
        reply.Property(r => r.ContentType).HasMaxLength(200);
        reply.Property(r => r.ETag).HasMaxLength(100);
        reply.HasIndex(r => r.StartedAt);
    }
}
