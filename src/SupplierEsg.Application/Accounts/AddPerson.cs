using FluentValidation;
using MediatR;
using SupplierEsg.Domain.Accounts;

namespace SupplierEsg.Application.Accounts;

/// <summary>Makes an account for one of the buyer's people, who gets a link to choose a password.</summary>
public static class AddPerson
{
    public sealed record Command : IRequest<Guid>
    {
        public string Name { get; init; } = "";

        public string Email { get; init; } = "";

        public List<Role> Roles { get; init; } = [];

        public string Language { get; init; } = "en";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).PersonName();
            RuleFor(c => c.Email).Email();
            RuleFor(c => c.Roles).NotEmpty().WithMessage("Choose at least one role.");
            RuleFor(c => c.Language).Language();
        }
    }

    internal sealed class Handler(IAccounts accounts) : IRequestHandler<Command, Guid>
    {
        public Task<Guid> Handle(Command command, CancellationToken cancellationToken) =>
            accounts.Make(new(command.Email, command.Name, command.Roles, null, command.Language, null), cancellationToken);
    }
}
