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
        assessment.OwnsMany(a => a.EarlierSubmissions, earlier =>
        {
            earlier.ToTable("EarlierSubmissions");
            earlier.WithOwner().HasForeignKey("AssessmentId");
            earlier.HasKey("AssessmentId", nameof(EarlierSubmission.Round));
            earlier.Property(e => e.Round).ValueGeneratedNever();
            earlier.Property(e => e.Receipt).HasMaxLength(20);
            earlier.Property(e => e.ContentHash).HasMaxLength(64);
            earlier.Property(e => e.DeclaredBy).HasMaxLength(200);
            earlier.HasIndex(e => e.Receipt).IsUnique();
        });
        assessment.Property(a => a.Reopened).HasConversion<NameListConverter, NameListComparer>().HasDefaultValueSql("''");
        assessment.OwnsOne(a => a.FirstSignature, signature => signature.Property(s => s.Name).HasMaxLength(200));
        assessment.OwnsOne(a => a.Finalised, signature => signature.Property(s => s.Name).HasMaxLength(200));
        assessment.HasIndex(a => new { a.State, a.ReviewDueOn });
        assessment.HasIndex(a => new { a.State, a.ValidUntil });
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
        answer.Property(a => a.CarryOver).HasDefaultValue(CarryOver.None);
        answer.HasOne<Assessment>().WithMany().HasForeignKey(a => a.AssessmentId);
    }
}

internal sealed class QuestionReviewMapping : IEntityTypeConfiguration<QuestionReview>
{
    public void Configure(EntityTypeBuilder<QuestionReview> review)
    {
        review.HasKey(r => new { r.AssessmentId, r.Question });
        review.Property(r => r.Question).HasMaxLength(Naming.MaxLength);
        review.Property(r => r.NaWords).HasMaxLength(QuestionReview.MaxWordsLength);
        review.Property(r => r.GapWords).HasMaxLength(QuestionReview.MaxWordsLength);
        review.Property(r => r.SendBackWords).HasMaxLength(QuestionReview.MaxWordsLength);
        review.Property(r => r.By).HasMaxLength(200);
        review.HasOne<Assessment>().WithMany().HasForeignKey(r => r.AssessmentId);
    }
}

internal sealed class ColleagueMapping : IEntityTypeConfiguration<Colleague>
{
    public void Configure(EntityTypeBuilder<Colleague> colleague)
    {
        colleague.Property(c => c.Name).HasMaxLength(200);
        colleague.Property(c => c.Email).HasMaxLength(254);
        colleague.Property(c => c.Language).HasMaxLength(10);
        colleague.Property(c => c.InvitedBy).HasMaxLength(200);
        colleague.Property(c => c.Themes).HasConversion<NameListConverter, NameListComparer>();
        colleague.HasIndex(c => new { c.AssessmentId, c.Email }).IsUnique();
        colleague.HasOne<Assessment>().WithMany().HasForeignKey(c => c.AssessmentId);
    }
}

internal sealed class AnswerNoteMapping : IEntityTypeConfiguration<AnswerNote>
{
    public void Configure(EntityTypeBuilder<AnswerNote> note)
    {
        note.Property(n => n.Question).HasMaxLength(Naming.MaxLength);
        note.Property(n => n.Text).HasMaxLength(AnswerNote.MaxLength);
        note.Property(n => n.By).HasMaxLength(200);
        note.HasIndex(n => new { n.AssessmentId, n.Question, n.At });
        note.HasOne<Assessment>().WithMany().HasForeignKey(n => n.AssessmentId);
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
        document.Property(d => d.Kind).HasDefaultValue(DocumentKind.Other);
        document.Property(d => d.Language).HasMaxLength(EvidenceDocument.MaxLanguageLength);
        document.Ignore(d => d.Description);
        document.HasIndex(d => new { d.SupplierId, d.Sha256 });
        document.HasIndex(d => new { d.SupplierId, d.UploadedAt });
    }
}

internal sealed class AnswerEvidenceMapping : IEntityTypeConfiguration<AnswerEvidence>
{
    public void Configure(EntityTypeBuilder<AnswerEvidence> link)
    {
        link.HasKey(e => new { e.AssessmentId, e.Question, e.DocumentId });
        link.Property(e => e.Words).HasMaxLength(QuestionReview.MaxWordsLength);
        link.Property(e => e.DecidedBy).HasMaxLength(200);
        link.Property(e => e.Question).HasMaxLength(Naming.MaxLength);
        link.HasOne<Assessment>().WithMany().HasForeignKey(e => e.AssessmentId);
        link.HasOne<EvidenceDocument>().WithMany().HasForeignKey(e => e.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}
