using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupplierEsg.Infrastructure.Mail;

namespace SupplierEsg.Infrastructure.Data.Mappings;

internal sealed class LetterToWriteMapping : IEntityTypeConfiguration<LetterToWrite>
{
    public void Configure(EntityTypeBuilder<LetterToWrite> letter)
    {
        letter.ToTable("LettersToWrite");
        letter.HasKey(l => l.Sequence);
        letter.Property(l => l.Sequence).ValueGeneratedNever();
        letter.HasOne(l => l.Line).WithOne().HasForeignKey<LetterToWrite>(l => l.Sequence).OnDelete(DeleteBehavior.Restrict);
        letter.HasIndex(l => l.NextAttemptAt);
    }
}

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("OutgoingMail");
        mail.HasKey(m => m.Id);
        mail.Property(m => m.To).HasMaxLength(254);
        mail.Property(m => m.Subject).HasMaxLength(300);
        mail.Property(m => m.LastError).HasMaxLength(1000);
        mail.HasOne(m => m.Line).WithMany().HasForeignKey(m => m.Sequence).OnDelete(DeleteBehavior.Restrict);
        mail.HasIndex(m => new { m.Sequence, m.To }).IsUnique();
        mail.HasIndex(m => new { m.State, m.NextAttemptAt });
    }
}
