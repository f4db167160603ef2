using SupplierEsg.Domain;

namespace SupplierEsg.Application.Common;

/// <summary>Where evidence files lie, outside the database. A file is written once and never changed.</summary>
public interface IFileStore
{
    /// <summary>Keeps the file durably before it returns.</summary>
    Task Keep(EvidenceId id, Stream content, CancellationToken cancellationToken);

    Task<Stream> Open(EvidenceId id, CancellationToken cancellationToken);

    Task Remove(EvidenceId id, CancellationToken cancellationToken);
}
