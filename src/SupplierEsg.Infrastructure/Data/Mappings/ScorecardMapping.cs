using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Infrastructure.Data.Mappings;

internal sealed class ScorecardMapping : IEntityTypeConfiguration<Scorecard>
{
    public void Configure(EntityTypeBuilder<Scorecard> card)
    {
        card.Property(c => c.Declared).HasPrecision(9, 6);
        card.Property(c => c.Verified).HasPrecision(9, 6);
        card.Property(c => c.Completeness).HasPrecision(9, 6);
        card.Property(c => c.EvidenceShare).HasPrecision(9, 6);
        card.Property(c => c.Stage).HasDefaultValue(ScorecardStage.Provisional);
        card.HasOne<Supplier>().WithMany().HasForeignKey(c => c.SupplierId);
        card.HasOne<Assessment>().WithMany().HasForeignKey(c => c.AssessmentId);
        card.HasOne<QuestionnaireVersion>().WithMany().HasForeignKey(c => c.QuestionnaireVersionId);
        // The latest of an assessment is the current one, so no two can be of one moment.
        card.HasIndex(c => new { c.AssessmentId, c.MadeAt }).IsUnique();
        card.HasIndex(c => new { c.SupplierId, c.MadeAt });
        card.HasIndex(c => c.MadeAt);
        // All that the league table ranks and sorts by, so that it never reads a whole score to do so.
        card.HasIndex(c => new { c.Stage, c.SupplierId, c.MadeAt, c.AssessmentId, c.QuestionnaireVersionId, c.ValidUntil, c.Verified, c.Declared, c.Completeness, c.EvidenceShare, c.Band, c.Eligibility, c.Id })
            .HasDatabaseName("IX_Scorecards_League");
    }
}
