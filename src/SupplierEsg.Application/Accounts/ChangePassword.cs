using FluentValidation;
using MediatR;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Application.Accounts;

/// <summary>One's own.</summary>
public static class ChangePassword
{
    public sealed record Command : IRequest<Unit>
    {
        public string Current { get; init; } = "";

        public string Password { get; init; } = "";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Current).Must(p => !string.IsNullOrEmpty(p)).WithMessage("Enter your present password.");
            RuleFor(c => c.Password).NewPassword();
        }
    }

    internal sealed class Handler(IAccounts accounts, ICurrentUser me) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await accounts.ChangePassword(me.Id ?? throw new NotFound("account"), command.Current, command.Password, cancellationToken);
            return Unit.Value;
        }
    }
}
