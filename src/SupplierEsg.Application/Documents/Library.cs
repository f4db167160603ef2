using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Documents;

/// <summary>How files get into a supplier's library. Whoever also holds an assessment holds that first.</summary>
internal static class Library
{
    /// <summary>
    /// Keeps a file and what the database says of it together: what is refused, or turns out to be there already under
    /// another id, leaves no file behind.
    /// </summary>
    public static async Task<EvidenceId> Keep(this IFileStore files, Stream content, Func<EvidenceId, Task<EvidenceId>> note, CancellationToken cancellationToken)
    {
        var id = EvidenceId.New();
        await files.Keep(id.Value, content, cancellationToken);
        EvidenceId? noted = null;
        try
        {
            noted = await note(id);
        }
        finally
        {
            if (noted != id)
                await files.Remove(id.Value, CancellationToken.None);
        }
        return noted.Value;
    }

    /// <summary>The document with this content: the one that was there, or a new one. Within a transaction.</summary>
    /// <exception cref="RuleBroken">The library is full.</exception>
    public static async Task<EvidenceDocument> IntoLibrary(this IAppDb db, EvidenceId id, SupplierId supplier, EvidenceFile file, EvidenceLimits limits, DateTime at, string by, CancellationToken cancellationToken)
    {
        await db.HoldLibrary(supplier, cancellationToken);
        var there = await db.EvidenceDocuments.Where(d => d.SupplierId == supplier && d.Sha256 == file.Sha256).OrderBy(d => d.RemovedAt != null).ThenBy(d => d.Id).FirstOrDefaultAsync(cancellationToken);
        if (there is { RemovedAt: null })
            return there;
        var library = db.EvidenceDocuments.Where(d => d.SupplierId == supplier && d.RemovedAt == null);
        if (await library.CountAsync(cancellationToken) >= limits.MaxLibraryFiles)
            throw EvidenceRules.LibraryFull(limits);
        if (await library.SumAsync(d => d.Size, cancellationToken) + file.Size > limits.MaxLibraryBytes)
            throw EvidenceRules.LibraryTooLarge(file.Name, limits);
        there?.ReturnToLibrary();
        return there ?? db.EvidenceDocuments.Add(EvidenceDocument.Add(id, supplier, file, at, by)).Entity;
    }

    /// <summary>Keeps everybody else from changing what is in the library until the transaction ends.</summary>
    public static Task HoldLibrary(this IAppDb db, SupplierId supplier, CancellationToken cancellationToken) =>
        db.Suppliers.Where(s => s.Id == supplier).ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version), cancellationToken);

    /// <summary>A document that is in the library.</summary>
    public static Task<EvidenceDocument> InLibrary(this IAppDb db, EvidenceId id, CancellationToken cancellationToken) =>
        db.EvidenceDocuments.SingleOrDefaultAsync(d => d.Id == id && d.RemovedAt == null, cancellationToken).OrNotFound("document");

    /// <summary>The supplier whose library the reader has: its own people's, and nobody else's.</summary>
    public static SupplierId RequireLibrary(this ICurrentUser me) => me.SupplierId ?? throw new NotFound("library");
}
