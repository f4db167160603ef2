using MediatR;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>An evaluator says, before seeing any bid, with which bidders it has a conflict of interest.</summary>
public static class DeclareConflicts
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Id { get; init; }

        public List<Declared>? Bids { get; init; }
    }

    public sealed record Declared
    {
        public BidId Bid { get; init; }

        public bool HasConflict { get; init; }

        public string? Words { get; init; }
    }

    internal sealed class Handler(IAppDb db, IAccounts accounts, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var by = me.Sign(time.Now());
            var tender = await db.Find(command.Id, cancellationToken);
            var opened = (await db.BidsOf(tender.Id, cancellationToken)).Where(bid => bid.Number is not null).ToList();
            var contactOf = await db.SuppliersWithContact(tender.Id, (await accounts.Find(by.AccountId, cancellationToken))?.Email ?? "", cancellationToken);
            var declared = new Dictionary<BidId, string>();
            foreach (var conflict in (command.Bids ?? []).Where(line => line.HasConflict))
                declared[conflict.Bid] = string.IsNullOrWhiteSpace(conflict.Words)
                    ? throw TenderRefusals.ConflictWords(await Name(opened.Find(bid => bid.Id == conflict.Bid), cancellationToken)).At($"Bids[{command.Bids!.IndexOf(conflict)}].Words")
                    : conflict.Words.Trim();
            tender.DeclareConflicts(by.AccountId, declared, [.. opened.Where(bid => contactOf.Contains(bid.SupplierId)).Select(bid => bid.Id)], [.. opened.Select(bid => bid.Id)], by.At);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }

        private async Task<string> Name(TenderBid? bid, CancellationToken token) =>
            bid is null ? throw new NotFound("bid") : (await db.Suppliers.FindAsync([bid.SupplierId], token))!.LegalName;
    }
}
