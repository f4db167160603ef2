using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Suppliers;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;

namespace SupplierEsg.Application.Scorecards;

/// <summary>What of a scorecard is needed to rank and to sort it: one index holds it all, and nothing of the score itself is read.</summary>
internal sealed record Standing(
    ScorecardId Id, AssessmentId Assessment, SupplierId Supplier, QuestionnaireVersionId Version, DateTime MadeAt, DateOnly? ValidUntil, decimal? Verified,
    decimal? Declared, decimal Completeness, decimal? EvidenceShare, string? Band, Eligibility Eligibility, string NameKey, string Country);

/// <summary>
/// The current scorecards, ranked. Ranks need all of them whichever page is shown, so all are read once, as narrow as can be
/// (ADR 0012); the page's own rows are read whole after that.
/// </summary>
internal sealed class League
{
    private readonly IAppDb db;
    private readonly LeagueFilter filter;
    private readonly Dictionary<QuestionnaireVersionId, (string FormId, LocalText Title, int Number)> versions;
    private readonly Ranking ranking;

    private League(IAppDb db, LeagueFilter filter, Dictionary<QuestionnaireVersionId, (string FormId, LocalText Title, int Number)> versions, List<Standing> current)
    {
        (this.db, this.filter, this.versions) = (db, filter, versions);
        Bands = [.. current.Select(s => s.Band).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        Shown = [.. current.Where(s => (filter.Band is null || s.Band == filter.Band) && (filter.Eligibility is null || s.Eligibility == filter.Eligibility))];
        ranking = new(Shown.Select(s => s.Verified));
        Ranked = Shown.Count;
    }

    /// <summary>In the order asked for.</summary>
    public List<Standing> Shown { get; private set; }

    /// <summary>How many the ranks are counted among.</summary>
    public int Ranked { get; }

    /// <summary>All bands there are before one is filtered by.</summary>
    public IReadOnlyList<string> Bands { get; }

    public static async Task<League> Of(IAppDb db, LeagueFilter filter, DateOnly today, CancellationToken token)
    {
        var versions = await db.QuestionnaireVersions.AsNoTracking().Select(v => new { v.Id, v.FormId, v.Title, v.Number })
            .ToDictionaryAsync(v => v.Id, v => (v.FormId, v.Title, v.Number), token);
        var candidates = await Candidates(db, filter, today).ToListAsync(token);
        // The latest of each supplier and questionnaire: versions are few and candidates hardly more than are current.
        var current = candidates.Where(c => filter.Questionnaire is null || versions[c.Version].FormId == filter.Questionnaire)
            .GroupBy(c => (c.Supplier, versions[c.Version].FormId)).Select(same => same.MaxBy(c => c.MadeAt)!).ToList();
        var league = new League(db, filter, versions, current);
        league.Shown = Sorted(await league.Found(token), filter.Sort);
        return league;
    }

    /// <param name="of">Those whose rows are wanted; for many of them everything is read, since a list of so many ids costs more.</param>
    public async Task<IReadOnlyList<LeagueRow>> Rows(IReadOnlyList<Standing> of, CancellationToken token)
    {
        var all = of.Count > Paging.RowsPerPage * 4;
        var (ids, owners) = all ? ([], []) : (of.Select(s => s.Id).ToList(), of.Select(s => s.Supplier).Distinct().ToList());
        var suppliers = await db.Suppliers.AsNoTracking().Where(s => all || owners.Contains(s.Id))
            .Select(s => new { s.Id, s.LegalName, s.LocalName, Codes = s.Supplied.Select(c => c.Code).ToList() }).ToDictionaryAsync(s => s.Id, token);
        var cards = await db.Scorecards.AsNoTracking().Where(c => all || ids.Contains(c.Id))
            .Select(c => new { c.Id, c.Stage, c.FailedGates }).ToDictionaryAsync(c => c.Id, token);
        var earlier = (await Earlier(all, owners).ToListAsync(token)).ToLookup(e => (e.Supplier, versions[e.Version].FormId));
        return [.. of.Select(s =>
        {
            var (supplier, card, version) = (suppliers[s.Supplier], cards[s.Id], versions[s.Version]);
            var before = earlier[(s.Supplier, version.FormId)].Where(e => e.Assessment != s.Assessment && e.MadeAt < s.MadeAt).MaxBy(e => e.MadeAt);
            return new LeagueRow
            {
                Rank = ranking.Of(s.Verified), IsBest = ranking.IsBest(s.Verified), IsLowest = ranking.IsLowest(s.Verified), Id = s.Id, SupplierId = s.Supplier,
                Supplier = supplier.LegalName, SupplierLocalName = supplier.LocalName, Categories = supplier.Codes, Country = s.Country, Questionnaire = version.Title,
                VersionNumber = version.Number, Stage = card.Stage, Band = s.Band, Declared = s.Declared, Verified = s.Verified, Completeness = s.Completeness,
                EvidenceShare = s.EvidenceShare, Eligibility = s.Eligibility, FailedGates = card.FailedGates, ValidUntil = s.ValidUntil, MadeAt = s.MadeAt,
                Previous = before?.Id, Change = s.Verified - before?.Verified,
            };
        })];
    }

    private static IQueryable<Standing> Candidates(IAppDb db, LeagueFilter filter, DateOnly today)
    {
        AssessmentState[] states = filter.Provisional
            ? [AssessmentState.Submitted, AssessmentState.InReview, AssessmentState.Clarification, AssessmentState.Finalised]
            : [AssessmentState.Finalised];
        ScorecardStage[] stages = filter.Provisional ? [ScorecardStage.Final, ScorecardStage.Provisional] : [ScorecardStage.Final];
        return
            from card in db.Scorecards.AsNoTracking()
            where stages.Contains(card.Stage) && (card.ValidUntil == null || card.ValidUntil >= today)
            join assessment in db.Assessments on card.AssessmentId equals assessment.Id
            where states.Contains(assessment.State)
            join supplier in db.Suppliers.Matching(new() { Country = filter.Country, Category = filter.Category }) on card.SupplierId equals supplier.Id
            select new Standing(
                card.Id, card.AssessmentId, card.SupplierId, card.QuestionnaireVersionId, card.MadeAt, card.ValidUntil, card.Verified, card.Declared,
                card.Completeness, card.EvidenceShare, card.Band, card.Eligibility, supplier.NameKey, supplier.CountryCode);
    }

    private sealed record EarlierCard(ScorecardId Id, AssessmentId Assessment, SupplierId Supplier, QuestionnaireVersionId Version, DateTime MadeAt, decimal? Verified);

    private IQueryable<EarlierCard> Earlier(bool all, List<SupplierId> owners) =>
        from card in db.Scorecards.AsNoTracking()
        where (filter.Provisional || card.Stage == ScorecardStage.Final) && (all || owners.Contains(card.SupplierId))
        join assessment in db.Assessments on card.AssessmentId equals assessment.Id
        where assessment.State != AssessmentState.Withdrawn
        select new EarlierCard(card.Id, card.AssessmentId, card.SupplierId, card.QuestionnaireVersionId, card.MadeAt, card.Verified);

    private async Task<List<Standing>> Found(CancellationToken token)
    {
        if (string.IsNullOrWhiteSpace(filter.Search))
            return Shown;
        var found = await db.Suppliers.Matching(new() { Search = filter.Search }).Select(s => s.Id).ToListAsync(token);
        var suppliers = found.ToHashSet();
        return [.. Shown.Where(s => suppliers.Contains(s.Supplier))];
    }

    // What is missing stands last in both directions; what is equal, by name.
    private static List<Standing> Sorted(IEnumerable<Standing> standings, string? sort)
    {
        var down = sort?.StartsWith('-') == true;
        var byName = standings.OrderBy(s => s.NameKey, StringComparer.Ordinal).ThenBy(s => s.MadeAt).ThenBy(s => s.Id.Value);
        return (down ? sort![1..] : sort) switch
        {
            "supplier" => down ? [.. byName.Reverse()] : [.. byName],
            "country" => By(s => s.Country, down),
            "declared" => By(s => s.Declared, down),
            "completeness" => By(s => (decimal?)s.Completeness, down),
            "evidence" => By(s => s.EvidenceShare, down),
            "expiry" => By(s => s.ValidUntil, down),
            // The first rank is the highest figure.
            _ => By(s => s.Verified, !down),
        };

        List<Standing> By<T>(Func<Standing, T> key, bool highestFirst) =>
            [.. highestFirst ? byName.OrderBy(s => key(s) is null).ThenByDescending(key) : byName.OrderBy(s => key(s) is null).ThenBy(key)];
    }
}
