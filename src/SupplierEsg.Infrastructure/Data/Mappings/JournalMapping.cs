using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupplierEsg.Domain.Journal;

namespace SupplierEsg.Infrastructure.Data.Mappings;

internal sealed class JournalMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> journal)
    {
        journal.ToTable("Journal");
        journal.HasKey(line => line.Sequence);
        journal.Property(line => line.Sequence).ValueGeneratedOnAdd();
        journal.Property(line => line.ActorName).HasMaxLength(200);
        journal.Property(line => line.Event).HasMaxLength(100);
        journal.Property(line => line.Subject).HasMaxLength(100);
        journal.Property(line => line.Reason).HasMaxLength(2000);
        journal.HasIndex(line => new { line.Subject, line.Sequence });
        journal.HasIndex(line => new { line.Event, line.Sequence });
        journal.HasIndex(line => new { line.ActorId, line.Sequence });
        journal.HasIndex(line => line.At);
    }
}
