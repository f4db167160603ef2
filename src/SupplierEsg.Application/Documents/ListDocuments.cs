using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Documents;

/// <summary>The own library, newest first.</summary>
public static class ListDocuments
{
    public const int LargestPage = 200;

    public sealed record Query : IRequest<Result>
    {
        /// <summary>Words of the name; all have to occur.</summary>
        public string? Search { get; init; }

        public DocumentKind? Kind { get; init; }

        public DocumentState? State { get; init; }

        /// <summary>Beside no answer at all.</summary>
        public bool Unused { get; init; }

        public int Page { get; init; } = 1;

        public int PageSize { get; init; } = Paging.RowsPerPage;
    }

    /// <param name="ValidUntil">The last day on which it counts; null for no end, or where no date is known.</param>
    /// <param name="LacksDate">Its kind ends by a date, and none is known.</param>
    public sealed record Row(EvidenceDocument Document, DateOnly? ValidUntil, DocumentState State, bool LacksDate, IReadOnlyList<DocumentUse> Uses);

    /// <param name="Total">Documents in the library, found or not.</param>
    /// <param name="Bytes">What they have together.</param>
    public sealed record Result(Page<Row> Documents, int Total, long Bytes);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.PageSize).InclusiveBetween(1, LargestPage).WithMessage("A page has 1 to 200 rows.");
    }

    internal sealed class Handler(IAppDb db, DocumentUses uses, DocumentValidity validity, ICurrentUser me, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var own = me.RequireLibrary();
            // A library has a limit, and when a document ends is the rules' to say: all of it is read, and looked through here.
            var library = await db.EvidenceDocuments.AsNoTracking().Where(d => d.SupplierId == own && d.RemovedAt == null)
                .OrderByDescending(d => d.UploadedAt).ThenByDescending(d => d.Id).ToListAsync(cancellationToken);
            var found = library.Where(document => Matches(document, query)).ToList();
            if (query.Unused)
            {
                var used = await db.AnswerEvidence.Where(e => e.SupplierId == own).Select(e => e.DocumentId).Distinct().ToListAsync(cancellationToken);
                found = [.. found.ExceptBy(used, document => document.Id)];
            }
            return new(await PageOf(found, query, cancellationToken), library.Count, library.Sum(document => document.Size));
        }

        private bool Matches(EvidenceDocument document, Query query) =>
            (query.Kind is not { } kind || document.Kind == kind)
            && (query.State is not { } state || validity.StateOn(time.Today(), validity.LastDay(document)) == state)
            && (query.Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => document.FileName.Contains(word, StringComparison.CurrentCultureIgnoreCase));

        private async Task<Page<Row>> PageOf(List<EvidenceDocument> found, Query query, CancellationToken cancellationToken)
        {
            var number = Math.Clamp(query.Page, 1, Math.Max(1, (found.Count + query.PageSize - 1) / query.PageSize));
            var shown = found.Skip((number - 1) * query.PageSize).Take(query.PageSize).ToList();
            var used = await uses.Of([.. shown.Select(document => document.Id)], cancellationToken);
            return new([.. shown.Select(document => validity.RowOf(document, used, time.Today()))], found.Count, number, query.PageSize);
        }
    }

    internal static Row RowOf(this DocumentValidity validity, EvidenceDocument document, ILookup<EvidenceId, DocumentUse> uses, DateOnly today)
    {
        var lastDay = validity.LastDay(document);
        return new(document, lastDay, validity.StateOn(today, lastDay), DocumentValidity.LacksDate(document.Kind, document.IssuedOn, document.ExpiresOn), [.. uses[document.Id]]);
    }

    internal static DateOnly? LastDay(this DocumentValidity validity, EvidenceDocument document) => validity.LastDay(document.Kind, document.IssuedOn, document.ExpiresOn);
}
