using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Infrastructure.Data.Mappings;

internal sealed class QuestionnaireMapping : IEntityTypeConfiguration<QuestionnaireVersion>
{
    public void Configure(EntityTypeBuilder<QuestionnaireVersion> version)
    {
        version.Property(v => v.FormId).HasMaxLength(QuestionnaireVersion.MaxFormId);
        // Compatibility forms can be longer than the text they stand for.
        version.Property(v => v.FormKey).HasMaxLength(QuestionnaireVersion.MaxFormId * 4);
        version.Property(v => v.Label).HasMaxLength(QuestionnaireVersion.MaxLabel);
        version.Property(v => v.Languages).HasMaxLength(QuestionnaireVersion.MaxLanguages);
        version.Property(v => v.SourceFile).HasMaxLength(QuestionnaireVersion.MaxSourceFile);
        version.HasIndex(v => new { v.FormKey, v.Number }).IsUnique();
    }
}
