using MediatR;

namespace SupplierEsg.Application.Accounts;

/// <summary>Sends somebody a link for a new password; the present one stops working.</summary>
public static class ResetAccount
{
    public sealed record Command(Guid Id) : IRequest<Unit>;

    internal sealed class Handler(IAccounts accounts) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await accounts.Reset(command.Id, cancellationToken);
            return Unit.Value;
        }
    }
}
