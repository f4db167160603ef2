using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Suppliers;

public static class EditSupplier
{
    public sealed record Command : SupplierDetails, IRequest<Result>
    {
        [JsonIgnore]
        public SupplierId Id { get; init; }

        /// <summary>The version that was looked at; null to write over whatever there is.</summary>
        [JsonIgnore]
        public int? Version { get; init; }

        /// <summary>Names similar to a new name have been looked at.</summary>
        public bool ConfirmedSimilar { get; init; }
    }

    /// <param name="Saved">False when nothing was changed yet, because there are similar names that nobody has looked at.</param>
    /// <param name="Similar">Suppliers with a name similar to the new one; empty when the name stays.</param>
    public sealed record Result(bool Saved, IReadOnlyList<FindSimilar.Similar> Similar);

    internal sealed class Validator : SupplierDetailsValidator<Command>;

    internal sealed class Handler(IAppDb db, IMediator mediator) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken token)
        {
            var supplier = await db.Suppliers.SingleOrDefaultAsync(s => s.Id == command.Id, token).OrNotFound("supplier");
            supplier.RequireVersion(command.Version);
            var before = (supplier.NameKey, supplier.LocalNameKey);
            supplier.Change(command.ToProfile());
            await db.PutUnderParent(supplier, command.Parent, token);
            await db.RefuseTaken(supplier, command, token);
            var renamed = before != (supplier.NameKey, supplier.LocalNameKey);
            var similar = renamed ? await mediator.Send(new FindSimilar.Query(supplier.LegalName, supplier.LocalName, supplier.Id), token) : [];
            if (similar.Count > 0 && !command.ConfirmedSimilar)
                return new(false, similar);
            await db.SaveWithIdentifiers(supplier, command, token);
            return new(true, similar);
        }
    }
}
