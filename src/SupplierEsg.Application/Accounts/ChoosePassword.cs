using FluentValidation;
using MediatR;

namespace SupplierEsg.Application.Accounts;

/// <summary>Uses up the link of an invitation or of a forgotten password.</summary>
public static class ChoosePassword
{
    public sealed record Command : IRequest<Account>
    {
        public string Link { get; init; } = "";

        public string Password { get; init; } = "";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Password).NewPassword();
    }

    internal sealed class Handler(IAccounts accounts) : IRequestHandler<Command, Account>
    {
        public Task<Account> Handle(Command command, CancellationToken cancellationToken) =>
            accounts.ChoosePassword(command.Link, command.Password, cancellationToken);
    }
}
