using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

public static class RemoveTenderDocument
{
    public sealed record Command(TenderId Id, TenderFileId File) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, IFileStore files) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            tender.RemoveDocument(command.File);
            await db.SaveChangesAsync(cancellationToken);
            await files.Remove(command.File.Value, cancellationToken);
            return Unit.Value;
        }
    }
}
