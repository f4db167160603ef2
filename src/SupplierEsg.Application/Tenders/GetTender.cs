using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>A tender as the buyer's people see it. Of bids there is nothing here but their number, once they are opened.</summary>
public static class GetTender
{
    public sealed record Query(TenderId Id) : IRequest<Result>;

    public sealed record Result
    {
        public required Tender Tender { get; init; }

        public required DateTime Now { get; init; }

        public required IReadOnlyList<Invited> Invited { get; init; }

        public required IReadOnlyList<TenderQuestion> Questions { get; init; }

        public required IReadOnlyList<TenderEdition> Editions { get; init; }

        /// <summary>Received in time; empty until they are opened.</summary>
        public required IReadOnlyList<Received> Bids { get; init; }

        public required IReadOnlyList<Complaint> Complaints { get; init; }

        /// <summary>Title of the questionnaire within the bids; null where there is none.</summary>
        public required LocalText? Questionnaire { get; init; }

        public required IReadOnlyDictionary<SupplierId, string> Suppliers { get; init; }

        public bool IsClosed => Tender.IsClosed(Now);
    }

    public sealed record Invited(SupplierId Id, string Supplier, SupplierStatus Status, string? Reason);

    public sealed record Received(BidId Id, int? Number, string Supplier, DateTime? At, string? Receipt, DateTime? LateAt, TenderBidState State);

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var tender = await db.Tenders.AsNoTracking().SingleOrDefaultAsync(t => t.Id == query.Id, cancellationToken).OrNotFound("tender");
            var bids = tender.AreOffersOpen ? await db.Bids.AsNoTracking().Where(b => b.TenderId == tender.Id).ToListAsync(cancellationToken) : [];
            var complaints = await db.Complaints.AsNoTracking().Where(c => c.TenderId == tender.Id).OrderBy(c => c.FiledAt).ToListAsync(cancellationToken);
            var suppliers = await db.Suppliers.Where(s => bids.Select(b => b.SupplierId).Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.LegalName, cancellationToken);
            return new()
            {
                Tender = tender, Now = time.Now(), Complaints = complaints, Suppliers = suppliers,
                Invited = await (from invitation in db.TenderInvitations join supplier in db.Suppliers on invitation.SupplierId equals supplier.Id
                    where invitation.TenderId == tender.Id orderby supplier.NameKey select new Invited(supplier.Id, supplier.LegalName, supplier.Status, supplier.StatusReason)).ToListAsync(cancellationToken),
                Questions = await db.TenderQuestions.AsNoTracking().Where(q => q.TenderId == tender.Id).OrderBy(q => q.AskedAt).ToListAsync(cancellationToken),
                Editions = await db.TenderEditions.AsNoTracking().Where(e => e.TenderId == tender.Id).OrderBy(e => e.Number).ToListAsync(cancellationToken),
                Bids = [.. bids.Where(b => b.Number is not null || b.LateAt is not null || b.State == TenderBidState.Withdrawn).OrderBy(b => b.Number ?? int.MaxValue)
                    .Select(b => new Received(b.Id, b.Number, suppliers[b.SupplierId], b.Current?.At, b.Current?.Receipt, b.LateAt, b.State))],
                Questionnaire = tender.Rules?.Questionnaire is { } version ? await db.QuestionnaireVersions.Where(v => v.Id == version).Select(v => v.Title).SingleOrDefaultAsync(cancellationToken) : null,
            };
        }
    }
}
