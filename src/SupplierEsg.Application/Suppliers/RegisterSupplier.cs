using FluentValidation;
using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Suppliers;

public static class RegisterSupplier
{
    public sealed record Command : SupplierDetails, IRequest<Result>
    {
        /// <summary>Registered or prospective; registered where it is left out.</summary>
        public SupplierStatus? Status { get; init; }

        /// <summary>Similar names have been looked at.</summary>
        public bool ConfirmedSimilar { get; init; }
    }

    /// <param name="Id">Null when nothing was registered yet, because there are similar names that nobody has looked at.</param>
    /// <param name="Similar">Suppliers with a similar name.</param>
    public sealed record Result(SupplierId? Id, IReadOnlyList<FindSimilar.Similar> Similar);

    internal sealed class Validator : SupplierDetailsValidator<Command>;

    internal sealed class Handler(IAppDb db, IMediator mediator, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken token)
        {
            var supplier = Supplier.Register(command.ToProfile(), time.Now(), command.Status ?? SupplierStatus.Registered);
            await db.PutUnderParent(supplier, command.Parent, token);
            await db.RefuseTaken(supplier, command, token);
            var similar = await mediator.Send(new FindSimilar.Query(supplier.LegalName, supplier.LocalName), token);
            if (similar.Count > 0 && !command.ConfirmedSimilar)
                return new(null, similar);
            db.Suppliers.Add(supplier);
            await db.SaveWithIdentifiers(supplier, command, token);
            return new(supplier.Id, similar);
        }
    }
}
