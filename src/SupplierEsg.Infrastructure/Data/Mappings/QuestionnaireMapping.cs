using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Infrastructure.Data.Mappings;

internal sealed class QuestionnaireMapping : IEntityTypeConfiguration<QuestionnaireVersion>
{
    public void Configure(EntityTypeBuilder<QuestionnaireVersion> version)
    {
        version.Property(v => v.FormId).HasMaxLength(100);
        version.Property(v => v.Label).HasMaxLength(100);
        version.Property(v => v.SourceFile).HasMaxLength(260);
        version.HasIndex(v => new { v.FormId, v.Number }).IsUnique();
    }
}
