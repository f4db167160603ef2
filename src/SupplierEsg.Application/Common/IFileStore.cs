namespace SupplierEsg.Application.Common;

/// <summary>Where evidence and the documents of tenders and bids lie, outside the database; each under the id it has there. A file is written once and never changed.</summary>
public interface IFileStore
{
    /// <summary>Keeps the file durably before it returns.</summary>
    Task Keep(Guid id, Stream content, CancellationToken cancellationToken);

    Task<Stream> Open(Guid id, CancellationToken cancellationToken);

    Task Remove(Guid id, CancellationToken cancellationToken);
}
