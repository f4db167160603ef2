using FluentValidation;
using MediatR;

namespace SupplierEsg.Application.Accounts;

/// <summary>What the sign-in page offers somebody who has forgotten the password. The answer is the same whether there is such an account or not.</summary>
public static class AskForNewPassword
{
    public sealed record Command : IRequest<Unit>
    {
        public string Email { get; init; } = "";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Email).Email();
    }

    internal sealed class Handler(IAccounts accounts) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await accounts.Forgotten(command.Email, cancellationToken);
            return Unit.Value;
        }
    }
}
