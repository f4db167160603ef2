using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Scorecards;

/// <summary>The current scorecard of every assessment: searched, filtered, sorted and paged in the database.</summary>
public static class ListScorecards
{
    public sealed record Query : IRequest<Result>
    {
        /// <summary>Part of the supplier's name, in any writing.</summary>
        public string? Search { get; init; }

        public string? Band { get; init; }

        public Eligibility? Eligibility { get; init; }

        /// <summary>The questionnaire's <c>form_id</c>.</summary>
        public string? Questionnaire { get; init; }

        public SupplierId? Supplier { get; init; }

        /// <summary>One of <see cref="SortKeys"/>, with <c>-</c> before it for the other way round; the latest first unless set.</summary>
        public string? Sort { get; init; }

        public int Page { get; init; } = 1;
    }

    public static readonly IReadOnlyList<string> SortKeys = ["supplier", "verified", "declared", "completeness", "made"];

    public static bool IsSort(string sort) => SortKeys.Contains(sort.StartsWith('-') ? sort[1..] : sort);

    public sealed record Row
    {
        public required ScorecardId Id { get; init; }

        public required SupplierId SupplierId { get; init; }

        public required string Supplier { get; init; }

        public required LocalText Questionnaire { get; init; }

        public required int VersionNumber { get; init; }

        public required decimal? Declared { get; init; }

        public required decimal? Verified { get; init; }

        public required string? Band { get; init; }

        public required decimal Completeness { get; init; }

        public required Eligibility Eligibility { get; init; }

        public required DateOnly AsOf { get; init; }

        public required DateTime MadeAt { get; init; }

        public required ScorecardStage Stage { get; init; }

        /// <summary>The last day on which a final scorecard counts.</summary>
        public required DateOnly? ValidUntil { get; init; }

        /// <summary>Where its assessment stands now.</summary>
        public required AssessmentState State { get; init; }
    }

    public sealed record Form(string FormId, LocalText Title);

    /// <param name="Page">The rows.</param>
    /// <param name="Bands">All bands that scorecards have, for the filter.</param>
    /// <param name="Questionnaires">All questionnaires that have scorecards, with their latest title.</param>
    public sealed record Result(Page<Row> Page, IReadOnlyList<string> Bands, IReadOnlyList<Form> Questionnaires);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var page = await Sorted(Joined(request), request.Sort).Select(row => row.Row).ToPage(request.Page, cancellationToken);
            var bands = await db.Scorecards.Where(c => c.Band != null).Select(c => c.Band!).Distinct().OrderBy(band => band).ToListAsync(cancellationToken);
            return new(page, bands, await db.FormsWithScorecards(cancellationToken));
        }

        private IQueryable<Joint> Joined(Query request)
        {
            var cards = db.Scorecards.AsNoTracking().Current();
            if (request.Band is { Length: > 0 } band)
                cards = cards.Where(c => c.Band == band);
            if (request.Eligibility is { } eligibility)
                cards = cards.Where(c => c.Eligibility == eligibility);
            if (request.Supplier is { } only)
                cards = cards.Where(c => c.SupplierId == only);
            var joined =
                from card in cards
                join supplier in db.Suppliers on card.SupplierId equals supplier.Id
                join version in db.QuestionnaireVersions on card.QuestionnaireVersionId equals version.Id
                join assessment in db.Assessments on card.AssessmentId equals assessment.Id
                select new Joint
                {
                    Key = supplier.NameKey, LocalKey = supplier.LocalNameKey, FormId = version.FormId,
                    Row = new()
                    {
                        Id = card.Id, SupplierId = card.SupplierId, Supplier = supplier.LegalName, Questionnaire = version.Title,
                        VersionNumber = version.Number, Declared = card.Declared, Verified = card.Verified, Band = card.Band,
                        Completeness = card.Completeness, Eligibility = card.Eligibility, AsOf = card.AsOf, MadeAt = card.MadeAt,
                        Stage = card.Stage, ValidUntil = card.ValidUntil, State = assessment.State,
                    },
                };
            if (request.Questionnaire is { Length: > 0 } form)
                joined = joined.Where(row => row.FormId == form);
            if (!string.IsNullOrWhiteSpace(request.Search))
            {
                var key = NameKey.Of(request.Search);
                joined = joined.Where(row => row.Key.Contains(key) || row.LocalKey!.Contains(key));
            }
            return joined;
        }

        // Rows without a figure stand last in both directions; databases differ in where they put them.
        private static IQueryable<Joint> Sorted(IQueryable<Joint> rows, string? sort) => sort switch
        {
            "supplier" => rows.OrderBy(r => r.Key).ThenByDescending(r => r.Row.MadeAt).ThenBy(r => r.Row.Id),
            "-supplier" => rows.OrderByDescending(r => r.Key).ThenByDescending(r => r.Row.MadeAt).ThenBy(r => r.Row.Id),
            "verified" => rows.OrderBy(r => r.Row.Verified == null).ThenBy(r => r.Row.Verified).ThenBy(r => r.Row.Id),
            "-verified" => rows.OrderBy(r => r.Row.Verified == null).ThenByDescending(r => r.Row.Verified).ThenBy(r => r.Row.Id),
            "declared" => rows.OrderBy(r => r.Row.Declared == null).ThenBy(r => r.Row.Declared).ThenBy(r => r.Row.Id),
            "-declared" => rows.OrderBy(r => r.Row.Declared == null).ThenByDescending(r => r.Row.Declared).ThenBy(r => r.Row.Id),
            "completeness" => rows.OrderBy(r => r.Row.Completeness).ThenBy(r => r.Row.Id),
            "-completeness" => rows.OrderByDescending(r => r.Row.Completeness).ThenBy(r => r.Row.Id),
            "made" => rows.OrderBy(r => r.Row.MadeAt).ThenBy(r => r.Row.Id),
            _ => rows.OrderByDescending(r => r.Row.MadeAt).ThenBy(r => r.Row.Id),
        };

        private sealed class Joint
        {
            public required Row Row { get; init; }
            public required string Key { get; init; }
            public required string? LocalKey { get; init; }
            public required string FormId { get; init; }
        }
    }
}
