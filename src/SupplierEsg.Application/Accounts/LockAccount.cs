using FluentValidation;
using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain.Accounts;

namespace SupplierEsg.Application.Accounts;

public static class LockAccount
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }

        public string Reason { get; init; } = "";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason)
            .Must(r => !string.IsNullOrWhiteSpace(r)).WithMessage("Say why; it stands in the journal.")
            .MaximumLength(2000).WithMessage("The reason is longer than 2,000 characters.");
    }

    internal sealed class Handler(IAccounts accounts, ICurrentUser me) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command.Id == me.Id)
                throw AccountRules.OwnLock();
            await accounts.Lock(command.Id, command.Reason.Trim(), cancellationToken);
            return Unit.Value;
        }
    }
}
