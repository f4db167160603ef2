using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

/// <summary>For whoever sees the tender.</summary>
public static class OpenTenderDocument
{
    public sealed record Query(TenderId Id, TenderFileId File) : IRequest<FileToSave>;

    internal sealed class Handler(IAppDb db, IFileStore files) : IRequestHandler<Query, FileToSave>
    {
        public async Task<FileToSave> Handle(Query query, CancellationToken cancellationToken)
        {
            var tender = await db.Find(query.Id, cancellationToken);
            var document = tender.Documents.FirstOrDefault(d => d.File == query.File) ?? throw new NotFound("document");
            return new(document.FileName, document.ContentType, await files.Open(query.File.Value, cancellationToken));
        }
    }
}
