using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Questionnaires.Tiers;

namespace SupplierEsg.Application.Questionnaires.Tiers;

/// <summary>Which questionnaire the rules give one supplier, and why.</summary>
public static class GetSupplierTier
{
    public sealed record Query(SupplierId Supplier) : IRequest<Result>;

    /// <param name="HasRules">False where nobody has written rules yet.</param>
    /// <param name="Rule">Null where none fits.</param>
    /// <param name="Title">Of the newest version there is; null where there is none.</param>
    /// <param name="Version">The version the supplier would be invited to; null where none is published.</param>
    public sealed record Result(bool HasRules, TierRule? Rule, LocalText? Title, QuestionnaireVersionId? Version);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var list = await db.ReadTiers(cancellationToken);
            var supplier = await db.Suppliers.AsNoTracking().FirstOrDefaultAsync(s => s.Id == query.Supplier, cancellationToken).OrNotFound("supplier");
            if (list.For(supplier) is not { } rule)
                return new(list.Rules.Count > 0, null, null, null);
            var key = QuestionnaireVersion.KeyOf(rule.FormId);
            var versions = await db.QuestionnaireVersions.Where(v => v.FormKey == key).OrderByDescending(v => v.Number)
                .Select(v => new { v.Id, v.Title, v.State }).ToListAsync(cancellationToken);
            var published = versions.FirstOrDefault(v => v.State == VersionState.Published);
            return new(true, rule, (published ?? versions.FirstOrDefault())?.Title, published?.Id);
        }
    }
}
