using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>Puts a person on the panel.</summary>
public static class AppointEvaluator
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Id { get; init; }

        public Guid? Evaluator { get; init; }

        public bool IsChair { get; init; }
    }

    internal sealed class Handler(IAppDb db, IAccounts accounts) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            var person = (await accounts.WhoMay(Permission.EvaluateBids, cancellationToken)).FirstOrDefault(account => account.Id == command.Evaluator)
                ?? throw TenderRefusals.EvaluatorUnknown();
            var contactOf = await db.SuppliersWithContact(tender.Id, person.Email, cancellationToken);
            tender.Appoint(person.Id, person.Name, command.IsChair, contactOf.Count > 0);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

public static class ReleaseEvaluator
{
    public sealed record Command(TenderId Id, Guid Evaluator) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            tender.Release(command.Evaluator);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

internal static class BiddersContacts
{
    /// <summary>Invited or bidding suppliers that have a contact with this address.</summary>
    public static Task<List<SupplierId>> SuppliersWithContact(this IAppDb db, TenderId tender, string email, CancellationToken token)
    {
        var address = email.ToUpperInvariant();
        return db.Suppliers
            .Where(s => db.TenderInvitations.Any(i => i.TenderId == tender && i.SupplierId == s.Id) || db.Bids.Any(b => b.TenderId == tender && b.SupplierId == s.Id))
            .Where(s => s.Contacts.Any(c => c.Email != null && c.Email.ToUpper() == address))
            .Select(s => s.Id).ToListAsync(token);
    }
}
