using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Suppliers;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Questionnaires.Tiers;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Questionnaires.Tiers;

/// <summary>The rules, and whom of today's suppliers each reaches.</summary>
public static class ReadTiers
{
    /// <summary>How many suppliers are named at most.</summary>
    public const int MostNamed = 10;

    /// <param name="Search">Words of the names of suppliers to try the rules with.</param>
    public sealed record Query(string? Search = null) : IRequest<Result>;

    /// <param name="HasPublished">Suppliers can be invited to it.</param>
    public sealed record Form(string FormId, LocalText Title, bool HasPublished);

    /// <param name="Form">Null where the questionnaire is gone.</param>
    /// <param name="Reached">Registered and qualified suppliers for whom the rule counts.</param>
    /// <param name="Shadow">The earlier rule that leaves nobody to this one.</param>
    public sealed record Line(TierRule Rule, Form? Form, int Reached, TierRule? Shadow);

    public sealed record Tried(SupplierId Id, string Name, SizeClass? Size, string Country, IReadOnlyList<string> Categories, TierRule? Rule);

    /// <param name="Unreached">How many suppliers no rule fits.</param>
    /// <param name="Named">The first of them.</param>
    /// <param name="Found">What came of the search; null where there was none.</param>
    public sealed record Result(TierList List, IReadOnlyList<Line> Lines, IReadOnlyList<Form> Forms, int Unreached, IReadOnlyList<Tried> Named, IReadOnlyList<Tried>? Found);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Result>
    {
        private static readonly SupplierStatus[] InRegister = [SupplierStatus.Registered, SupplierStatus.Qualified];

        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var list = await db.ReadTiers(cancellationToken);
            var forms = await Forms(cancellationToken);
            var byKey = forms.ToDictionary(form => QuestionnaireVersion.KeyOf(form.FormId));
            var suppliers = await Judged(db.Suppliers.Where(s => InRegister.Contains(s.Status)), list).ToListAsync(cancellationToken);
            var counts = suppliers.Where(s => s.Rule is not null).CountBy(s => s.Rule!.Id).ToDictionary();
            var lines = list.Rules.Select(rule => new Line(rule, byKey.GetValueOrDefault(QuestionnaireVersion.KeyOf(rule.FormId)), counts.GetValueOrDefault(rule.Id), list.ShadowOf(rule)));
            var unreached = suppliers.Where(s => s.Rule is null).ToList();
            var found = string.IsNullOrWhiteSpace(query.Search) ? null : await Judged(db.Suppliers.Matching(new SupplierFilter { Search = query.Search }), list).Take(MostNamed).ToListAsync(cancellationToken);
            return new(list, [.. lines], forms, unreached.Count, [.. unreached.Take(MostNamed)], found);
        }

        private static IAsyncEnumerable<Tried> Judged(IQueryable<Supplier> suppliers, TierList list) =>
            suppliers.AsNoTracking().OrderBy(s => s.NameKey).ThenBy(s => s.Id)
                .Select(s => new { s.Id, s.LegalName, s.Size, s.CountryCode, Categories = s.Supplied.Select(c => c.Code).ToList() }).AsAsyncEnumerable()
                .Select(s => new Tried(s.Id, s.LegalName, s.Size, s.CountryCode, s.Categories, list.For(s.Size, s.Categories, s.CountryCode)));

        private async Task<IReadOnlyList<Form>> Forms(CancellationToken token)
        {
            var versions = await db.QuestionnaireVersions.OrderBy(v => v.FormKey).ThenByDescending(v => v.Number)
                .Select(v => new { v.FormKey, v.FormId, v.Title, v.State }).ToListAsync(token);
            return [.. versions.GroupBy(v => v.FormKey).Select(group => new Form(group.First().FormId, group.First().Title, group.Any(v => v.State == VersionState.Published)))];
        }
    }
}
