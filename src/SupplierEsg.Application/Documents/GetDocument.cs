using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Documents;

/// <summary>One document of the own library, and where it is used.</summary>
public static class GetDocument
{
    public sealed record Query(EvidenceId Id) : IRequest<ListDocuments.Row>;

    internal sealed class Handler(IAppDb db, DocumentUses uses, DocumentValidity validity, ICurrentUser me, TimeProvider time) : IRequestHandler<Query, ListDocuments.Row>
    {
        public async Task<ListDocuments.Row> Handle(Query query, CancellationToken cancellationToken)
        {
            me.RequireLibrary();
            var document = await db.InLibrary(query.Id, cancellationToken);
            return validity.RowOf(document, await uses.Of([document.Id], cancellationToken), time.Today());
        }
    }
}
