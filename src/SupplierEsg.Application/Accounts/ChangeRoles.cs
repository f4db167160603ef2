using FluentValidation;
using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain.Accounts;

namespace SupplierEsg.Application.Accounts;

public static class ChangeRoles
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }

        public List<Role> Roles { get; init; } = [];
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Roles).NotEmpty().WithMessage("Choose at least one role.");
    }

    internal sealed class Handler(IAccounts accounts, ICurrentUser me) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            // Else the last administrator could shut everybody out.
            if (command.Id == me.Id && me.Roles.Contains(Role.Administrator) && !command.Roles.Contains(Role.Administrator))
                throw AccountRules.OwnAdministratorRole();
            await accounts.ChangeRoles(command.Id, command.Roles, cancellationToken);
            return Unit.Value;
        }
    }
}
