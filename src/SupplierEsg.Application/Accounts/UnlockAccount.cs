using MediatR;

namespace SupplierEsg.Application.Accounts;

public static class UnlockAccount
{
    public sealed record Command(Guid Id) : IRequest<Unit>;

    internal sealed class Handler(IAccounts accounts) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await accounts.Unlock(command.Id, cancellationToken);
            return Unit.Value;
        }
    }
}
