using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Documents;

/// <summary>Puts a file into the own library. The same content twice is one document.</summary>
public static class AddDocument
{
    /// <param name="Content">Must be able to go back to its start.</param>
    public sealed record Command(string FileName, Stream Content) : IRequest<Result>;

    /// <param name="WasThere">The library had this content already, perhaps under another name.</param>
    public sealed record Result(EvidenceId Id, bool WasThere);

    internal sealed class Handler(IAppDb db, IFileStore files, EvidenceLimits limits, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var supplier = me.RequireLibrary();
            var file = await EvidenceFile.Read(command.Content, command.FileName, limits, cancellationToken);
            var made = default(EvidenceId);
            var id = await files.Keep(command.Content, fresh => db.InTransaction(() => Note(made = fresh, supplier, file, cancellationToken), cancellationToken), cancellationToken);
            return new(id, id != made);
        }

        private async Task<EvidenceId> Note(EvidenceId id, SupplierId supplier, EvidenceFile file, CancellationToken cancellationToken)
        {
            var document = await db.IntoLibrary(id, supplier, file, limits, time.Now(), me.Name, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return document.Id;
        }
    }
}
