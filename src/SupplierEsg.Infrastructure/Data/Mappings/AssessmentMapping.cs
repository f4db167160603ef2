using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Infrastructure.Data.Mappings;

internal sealed class AssessmentMapping : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> assessment)
    {
        assessment.HasOne<Supplier>().WithMany().HasForeignKey(a => a.SupplierId);
        assessment.HasOne<QuestionnaireVersion>().WithMany().HasForeignKey(a => a.QuestionnaireVersionId);
        assessment.OwnsOne(a => a.Invitee, invitee =>
        {
            invitee.Property(i => i.Name).HasMaxLength(200);
            invitee.Property(i => i.Email).HasMaxLength(254);
            invitee.Property(i => i.Language).HasMaxLength(10);
        });
        assessment.Navigation(a => a.Invitee).IsRequired();
        assessment.OwnsOne(a => a.Submission, submission =>
        {
            submission.Property(s => s.Receipt).HasMaxLength(20);
            submission.Property(s => s.ContentHash).HasMaxLength(64);
            submission.Property(s => s.DeclaredBy).HasMaxLength(200);
            submission.HasIndex(s => s.Receipt).IsUnique();
        });
        assessment.Property(a => a.OpenFor).HasMaxLength(133);
        assessment.Property(a => a.Note).HasMaxLength(Assessment.MaxNoteLength);
        assessment.HasIndex(a => a.OpenFor).IsUnique();
        assessment.HasIndex(a => new { a.SupplierId, a.InvitedAt });
        assessment.HasIndex(a => a.InvitedAt);
        assessment.HasIndex(a => new { a.State, a.DueOn });
    }
}

internal sealed class AnswerMapping : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> answer)
    {
        answer.HasKey(a => new { a.AssessmentId, a.Question });
        answer.Property(a => a.Question).HasMaxLength(Naming.MaxLength);
        answer.Property(a => a.NaReason).HasMaxLength(AnswerReading.MaxReasonLength);
        answer.Property(a => a.SavedBy).HasMaxLength(200);
        answer.Property(a => a.SavedFrom).HasMaxLength(AnswersWrite.MaxPageLength);
        answer.HasOne<Assessment>().WithMany().HasForeignKey(a => a.AssessmentId);
    }
}

internal sealed class EvidenceDocumentMapping : IEntityTypeConfiguration<EvidenceDocument>
{
    public void Configure(EntityTypeBuilder<EvidenceDocument> document)
    {
        document.Property(d => d.FileName).HasMaxLength(200);
        document.Property(d => d.ContentType).HasMaxLength(100);
        document.Property(d => d.Sha256).HasMaxLength(64);
        document.Property(d => d.UploadedBy).HasMaxLength(200);
        document.HasIndex(d => new { d.SupplierId, d.Sha256 });
    }
}

internal sealed class AnswerEvidenceMapping : IEntityTypeConfiguration<AnswerEvidence>
{
    public void Configure(EntityTypeBuilder<AnswerEvidence> link)
    {
        link.HasKey(e => new { e.AssessmentId, e.Question, e.DocumentId });
        link.Property(e => e.Question).HasMaxLength(Naming.MaxLength);
        link.HasOne<Assessment>().WithMany().HasForeignKey(e => e.AssessmentId);
        link.HasOne<EvidenceDocument>().WithMany().HasForeignKey(e => e.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}
