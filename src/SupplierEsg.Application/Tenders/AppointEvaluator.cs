using MediatR;
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
