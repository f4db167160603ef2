using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Journal;

/// <summary>What the subjects of journal lines are called today. A subject that is gone, or has no name of its own, is left out.</summary>
public static class NameSubjects
{
    public sealed record Query(IReadOnlyCollection<string> Subjects) : IRequest<IReadOnlyDictionary<string, string>>;

    internal sealed class Handler(IAppDb db, IAccounts accounts, ICurrentUser me) : IRequestHandler<Query, IReadOnlyDictionary<string, string>>
    {
        private readonly Dictionary<string, string> names = [];

        public async Task<IReadOnlyDictionary<string, string>> Handle(Query query, CancellationToken cancellationToken)
        {
            var wanted = query.Subjects.Select(Subjects.Split).Where(subject => subject.Id is not null).ToLookup(subject => subject.Kind, subject => subject.Id!.Value);
            await Take("account", wanted, async ids => await accounts.Names(ids, cancellationToken));
            await Take("supplier", wanted, async ids => await SupplierNames([.. ids.Select(SupplierId.From)], cancellationToken));
            await Take("questionnaire", wanted, async ids => await Titles([.. ids.Select(QuestionnaireVersionId.From)], cancellationToken));
            await Take("assessment", wanted, async ids => await OfAssessments([.. ids.Select(AssessmentId.From)], cancellationToken));
            await Take("scorecard", wanted, async ids => await OfScorecards([.. ids.Select(ScorecardId.From)], cancellationToken));
            await Take("tender", wanted, async ids => await OfTenders([.. ids.Select(TenderId.From)], cancellationToken));
            await Take("bid", wanted, async ids => await OfBids([.. ids.Select(BidId.From)], cancellationToken));
            await Take("document", wanted, async ids => await OfDocuments([.. ids.Select(EvidenceId.From)], cancellationToken));
            await Take("api-key", wanted, async ids => await KeyNames([.. ids.Select(ApiKeyId.From)], cancellationToken));
            return names;
        }

        private async Task Take(string kind, ILookup<string, Guid> wanted, Func<IReadOnlyCollection<Guid>, Task<IReadOnlyDictionary<Guid, string>>> read)
        {
            if (!wanted.Contains(kind))
                return;
            foreach (var (id, name) in await read([.. wanted[kind].Distinct()]))
                names[$"{kind}/{id}"] = name;
        }

        private async Task<IReadOnlyDictionary<Guid, string>> SupplierNames(List<SupplierId> ids, CancellationToken token) =>
            await db.Suppliers.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.LegalName }).ToDictionaryAsync(s => s.Id.Value, s => s.LegalName, token);

        private async Task<IReadOnlyDictionary<Guid, string>> Titles(List<QuestionnaireVersionId> ids, CancellationToken token) =>
            (await db.QuestionnaireVersions.Where(v => ids.Contains(v.Id)).Select(v => new { v.Id, v.Title, v.Number }).ToListAsync(token))
                .ToDictionary(v => v.Id.Value, v => $"{v.Title.In(me.Language)} ({v.Number})");

        // An assessment, a scorecard and a document are known by their supplier.
        private async Task<IReadOnlyDictionary<Guid, string>> OfAssessments(List<AssessmentId> ids, CancellationToken token) =>
            await db.Assessments.Where(a => ids.Contains(a.Id)).Join(db.Suppliers, a => a.SupplierId, s => s.Id, (a, s) => new { a.Id, s.LegalName })
                .ToDictionaryAsync(a => a.Id.Value, a => a.LegalName, token);

        private async Task<IReadOnlyDictionary<Guid, string>> OfScorecards(List<ScorecardId> ids, CancellationToken token) =>
            await db.Scorecards.Where(c => ids.Contains(c.Id)).Join(db.Suppliers, c => c.SupplierId, s => s.Id, (c, s) => new { c.Id, s.LegalName })
                .ToDictionaryAsync(c => c.Id.Value, c => c.LegalName, token);

        private async Task<IReadOnlyDictionary<Guid, string>> OfDocuments(List<EvidenceId> ids, CancellationToken token) =>
            await db.EvidenceDocuments.Where(d => ids.Contains(d.Id)).Join(db.Suppliers, d => d.SupplierId, s => s.Id, (d, s) => new { d.Id, s.LegalName })
                .ToDictionaryAsync(d => d.Id.Value, d => d.LegalName, token);

        private async Task<IReadOnlyDictionary<Guid, string>> OfTenders(List<TenderId> ids, CancellationToken token) =>
            await db.Tenders.Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Title }).ToDictionaryAsync(t => t.Id.Value, t => t.Title, token);

        // A bid is known by its bidder.
        private async Task<IReadOnlyDictionary<Guid, string>> OfBids(List<BidId> ids, CancellationToken token) =>
            await db.Bids.Where(b => ids.Contains(b.Id)).Join(db.Suppliers, b => b.SupplierId, s => s.Id, (b, s) => new { b.Id, s.LegalName })
                .ToDictionaryAsync(b => b.Id.Value, b => b.LegalName, token);

        private async Task<IReadOnlyDictionary<Guid, string>> KeyNames(List<ApiKeyId> ids, CancellationToken token) =>
            await db.ApiKeys.Where(k => ids.Contains(k.Id)).Select(k => new { k.Id, k.Name }).ToDictionaryAsync(k => k.Id.Value, k => k.Name, token);
    }
}
