using FluentValidation;
using MediatR;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Application.Accounts;

public static class EditOwnAccount
{
    public sealed record Command : IRequest<Unit>
    {
        public string Name { get; init; } = "";

        public string Language { get; init; } = "en";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).PersonName();
            RuleFor(c => c.Language).Language();
        }
    }

    internal sealed class Handler(IAccounts accounts, ICurrentUser me) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await accounts.Edit(me.Id ?? throw new NotFound("account"), command.Name, command.Language, cancellationToken);
            return Unit.Value;
        }
    }
}
