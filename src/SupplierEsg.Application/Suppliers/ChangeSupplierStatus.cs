using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Suppliers;

public static class ChangeSupplierStatus
{
    public sealed record Command : IRequest<Unit>
    {
        [JsonIgnore]
        public SupplierId Id { get; init; }

        /// <summary>The version that was looked at; null where that doesn't matter.</summary>
        [JsonIgnore]
        public int? Version { get; init; }

        public SupplierStatus? Status { get; init; }

        /// <summary>Why; kept in the journal.</summary>
        public string? Reason { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Status).NotNull().WithMessage("Choose the new status.");
            RuleFor(c => c.Status).IsInEnum().WithMessage("Choose the new status.");
            RuleFor(c => c.Reason).MaximumLength(SupplierStatuses.MaxReasonLength).WithMessage("Enter at most 2,000 characters.");
        }
    }

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken token)
        {
            var supplier = await db.Suppliers.SingleOrDefaultAsync(s => s.Id == command.Id, token).OrNotFound("supplier");
            supplier.RequireVersion(command.Version);
            supplier.ChangeStatus(command.Status!.Value, command.Reason, time.Now());
            await db.SaveChangesAsync(token);
            return Unit.Value;
        }
    }
}
