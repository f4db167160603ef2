using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Tenders;

/// <summary>Puts a file beside the tender for every bidder to read.</summary>
public static class AddTenderDocument
{
    /// <param name="Content">Must be able to go back to its start.</param>
    public sealed record Command(TenderId Id, string FileName, Stream Content) : IRequest<TenderFileId>;

    internal sealed class Handler(IAppDb db, IFileStore files, EvidenceLimits limits, TimeProvider time) : IRequestHandler<Command, TenderFileId>
    {
        public async Task<TenderFileId> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await EvidenceFile.Read(command.Content, command.FileName, limits, cancellationToken);
            var id = TenderFileId.New();
            command.Content.Position = 0;
            return await files.Keep(id, command.Content, async () =>
            {
                var tender = await db.Find(command.Id, cancellationToken);
                tender.AddDocument(new(id, file.Name, file.Kind.MediaType, file.Size, file.Sha256, time.Now()));
                await db.SaveChangesAsync(cancellationToken);
            }, cancellationToken);
        }
    }
}
