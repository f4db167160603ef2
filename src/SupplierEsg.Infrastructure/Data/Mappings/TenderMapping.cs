using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Infrastructure.Data.Mappings;

internal sealed class TenderMapping : IEntityTypeConfiguration<Tender>
{
    public void Configure(EntityTypeBuilder<Tender> tender)
    {
        tender.Property(t => t.Title).HasMaxLength(TenderFacts.MaxTitleLength);
        tender.Property(t => t.Facts).AsWhole();
        tender.Property(t => t.Rules).AsWhole();
        tender.Property(t => t.Documents).AsWhole();
        tender.Property(t => t.Consents).AsWhole();
        tender.Property(t => t.Panel).AsWhole();
        tender.Property(t => t.Conflicts).AsWhole();
        tender.Property(t => t.EndedBecause).HasMaxLength(Tender.MaxReasonLength);
        tender.OwnsOne(t => t.Proposal, proposal =>
        {
            proposal.Property(p => p.Reason).HasMaxLength(Tender.MaxReasonLength);
            proposal.Property(p => p.Name).HasMaxLength(200);
        });
        tender.OwnsOne(t => t.Approval, approval => approval.Property(a => a.Name).HasMaxLength(200));
        tender.OwnsOne(t => t.Contract, contract =>
        {
            contract.Property(c => c.Number).HasMaxLength(100);
            contract.Property(c => c.RecordedBy).HasMaxLength(200);
        });
        tender.HasIndex(t => new { t.State, t.ClosesAt });
        tender.HasIndex(t => t.ClosesAt);
    }
}

internal sealed class TenderInvitationMapping : IEntityTypeConfiguration<TenderInvitation>
{
    public void Configure(EntityTypeBuilder<TenderInvitation> invitation)
    {
        invitation.HasKey(i => new { i.TenderId, i.SupplierId });
        invitation.HasOne<Tender>().WithMany().HasForeignKey(i => i.TenderId);
        invitation.HasOne<Supplier>().WithMany().HasForeignKey(i => i.SupplierId);
        invitation.HasIndex(i => i.SupplierId);
    }
}

internal sealed class TenderEditionMapping : IEntityTypeConfiguration<TenderEdition>
{
    public void Configure(EntityTypeBuilder<TenderEdition> edition)
    {
        edition.HasKey(e => new { e.TenderId, e.Number });
        edition.Property(e => e.By).HasMaxLength(200);
        edition.Property(e => e.Reason).HasMaxLength(Tender.MaxReasonLength);
        edition.HasOne<Tender>().WithMany().HasForeignKey(e => e.TenderId);
    }
}

internal sealed class TenderQuestionMapping : IEntityTypeConfiguration<TenderQuestion>
{
    public void Configure(EntityTypeBuilder<TenderQuestion> question)
    {
        question.Property(q => q.Question).HasMaxLength(TenderQuestion.MaxLength);
        question.Property(q => q.Answer).HasMaxLength(TenderQuestion.MaxLength);
        question.HasOne<Tender>().WithMany().HasForeignKey(q => q.TenderId);
        question.HasOne<Supplier>().WithMany().HasForeignKey(q => q.AskedBy);
        question.HasIndex(q => new { q.TenderId, q.AskedAt });
    }
}

internal sealed class TenderBidMapping : IEntityTypeConfiguration<TenderBid>
{
    public void Configure(EntityTypeBuilder<TenderBid> bid)
    {
        bid.ToTable("Bids");
        bid.Property(b => b.SavedBy).HasMaxLength(200);
        bid.Property(b => b.Exclusion).AsWhole();
        bid.Property(b => b.Explanation).AsWhole();
        bid.Property(b => b.Compliance).AsWhole();
        bid.HasOne<Tender>().WithMany().HasForeignKey(b => b.TenderId);
        bid.HasOne<Supplier>().WithMany().HasForeignKey(b => b.SupplierId);
        bid.HasOne<Assessment>().WithMany().HasForeignKey(b => b.AssessmentId);
        bid.HasIndex(b => new { b.TenderId, b.SupplierId }).IsUnique();
        bid.OwnsMany(b => b.Submissions, submission =>
        {
            submission.ToTable("BidSubmissions");
            submission.WithOwner().HasForeignKey("BidId");
            submission.HasKey("BidId", nameof(BidSubmission.Number));
            submission.Property(s => s.Number).ValueGeneratedNever();
            submission.Property(s => s.Receipt).HasMaxLength(20);
            submission.Property(s => s.ContentHash).HasMaxLength(64);
            submission.Property(s => s.DeclaredBy).HasMaxLength(200);
            submission.HasIndex(s => s.Receipt).IsUnique();
        });
    }
}

internal sealed class BidMarkMapping : IEntityTypeConfiguration<BidMark>
{
    public void Configure(EntityTypeBuilder<BidMark> mark)
    {
        mark.HasKey(m => new { m.BidId, m.Criterion, m.EvaluatorId });
        mark.Property(m => m.Criterion).HasMaxLength(20);
        mark.Property(m => m.Reason).HasMaxLength(BidMark.MaxReasonLength);
        mark.HasOne<TenderBid>().WithMany().HasForeignKey(m => m.BidId);
        mark.HasIndex(m => m.TenderId);
    }
}

internal sealed class ModeratedMarkMapping : IEntityTypeConfiguration<ModeratedMark>
{
    public void Configure(EntityTypeBuilder<ModeratedMark> mark)
    {
        mark.HasKey(m => new { m.BidId, m.Criterion });
        mark.Property(m => m.Criterion).HasMaxLength(20);
        mark.Property(m => m.Reason).HasMaxLength(BidMark.MaxReasonLength);
        mark.Property(m => m.By).HasMaxLength(200);
        mark.HasOne<TenderBid>().WithMany().HasForeignKey(m => m.BidId);
        mark.HasIndex(m => m.TenderId);
    }
}

internal sealed class ComplaintMapping : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> complaint)
    {
        complaint.Property(c => c.AnsweredBy).HasMaxLength(200);
        complaint.HasOne<Tender>().WithMany().HasForeignKey(c => c.TenderId);
        complaint.HasOne<Supplier>().WithMany().HasForeignKey(c => c.SupplierId);
        complaint.HasIndex(c => new { c.TenderId, c.FiledAt });
    }
}

internal sealed class StoredEvaluationMapping : IEntityTypeConfiguration<StoredEvaluation>
{
    public void Configure(EntityTypeBuilder<StoredEvaluation> evaluation)
    {
        evaluation.HasKey(e => new { e.TenderId, e.Number });
        evaluation.Property(e => e.By).HasMaxLength(200);
        evaluation.HasOne<Tender>().WithMany().HasForeignKey(e => e.TenderId);
    }
}

/// <summary>Read and written as a whole, and never asked for in parts.</summary>
internal static class WholeMapping
{
    public static PropertyBuilder<T> AsWhole<T>(this PropertyBuilder<T> property) =>
        property.HasConversion(new ValueConverter<T, string>(value => TenderJson.Write(value), text => TenderJson.Read<T>(text)),
            // A change always makes another object.
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value == null ? 0 : 1, value => value));
}
