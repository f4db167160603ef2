using FluentValidation;
using MediatR;
using SupplierEsg.Domain.Accounts;

namespace SupplierEsg.Application.Accounts;

/// <summary>The first account there is.</summary>
public static class MakeAdministrator
{
    public sealed record Command : IRequest<Guid>
    {
        public string Link { get; init; } = "";

        public string Name { get; init; } = "";

        public string Email { get; init; } = "";

        public string Password { get; init; } = "";

        public string Language { get; init; } = "en";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).PersonName();
            RuleFor(c => c.Email).Email();
            RuleFor(c => c.Password).NewPassword();
            RuleFor(c => c.Language).Language();
        }
    }

    internal sealed class Handler(ISetup setup) : IRequestHandler<Command, Guid>
    {
        public Task<Guid> Handle(Command command, CancellationToken cancellationToken) =>
            setup.MakeAdministrator(command.Link, new(command.Email, command.Name, [Role.Administrator], null, command.Language, command.Password), cancellationToken);
    }
}
