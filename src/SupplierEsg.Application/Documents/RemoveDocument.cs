using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Documents;

/// <summary>
/// Takes a document out of the own library. What was put forward in an assessment is kept for whoever has to look at it
/// there; what never was is gone, its file too.
/// </summary>
public static class RemoveDocument
{
    /// <param name="Version">The version that was looked at; null where whoever removes it doesn't mind.</param>
    public sealed record Command(EvidenceId Id, int? Version = null) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, DocumentUses uses, IFileStore files, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.InTransaction(() => Remove(command, cancellationToken), cancellationToken))
                await files.Remove(command.Id.Value, CancellationToken.None);
            return Unit.Value;
        }

        /// <summary>Whether nothing needs the file any more.</summary>
        private async Task<bool> Remove(Command command, CancellationToken cancellationToken)
        {
            await db.HoldLibrary(me.RequireLibrary(), cancellationToken);
            var document = await db.InLibrary(command.Id, cancellationToken);
            document.RequireVersion(command.Version);
            var there = await uses.Of([document.Id], cancellationToken);
            if (there[document.Id].Any(use => use.Open))
                throw EvidenceRules.InUse(document.FileName);
            document.RemoveFromLibrary(time.Now());
            var unneeded = !there[document.Id].Any() && !await IsOnRecord(document, cancellationToken);
            if (unneeded)
                db.EvidenceDocuments.Remove(document);
            await db.SaveChangesAsync(cancellationToken);
            return unneeded;
        }

        // A submission that a later one has taken the place of names its documents by their fingerprints.
        private Task<bool> IsOnRecord(EvidenceDocument document, CancellationToken cancellationToken) =>
            db.Assessments.Where(a => a.SupplierId == document.SupplierId).AnyAsync(a => a.EarlierSubmissions.Any(e => e.Content.Contains(document.Sha256)), cancellationToken);
    }
}
