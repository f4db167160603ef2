using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Today;

/// <summary>What a tender waits for.</summary>
public enum TenderStep
{
    AnswerQuestions,
    AgreeToOpen,
    DeclareConflicts,
    MarkBids,
    Evaluate,
    Approve,
    Award,
}

/// <summary>What this person can do about tenders that are on their way.</summary>
internal static class TenderTasks
{
    public static async Task<IReadOnlyList<ReadToday.TenderTask>> Read(IAppDb db, ICurrentUser user, Guid me, DateTime now, CancellationToken token)
    {
        if (!user.May(Permission.ViewTenders))
            return [];
        TenderState[] over = [TenderState.Draft, TenderState.Awarded, TenderState.Ended];
        // Few tenders are on their way at a time, and who is to do what stands within each.
        var tenders = await db.Tenders.AsNoTracking().Where(t => !over.Contains(t.State)).OrderBy(t => t.ClosesAt).Take(100).ToListAsync(token);
        var asked = user.May(Permission.ManageTenders)
            ? await db.TenderQuestions.Where(q => q.Answer == null).GroupBy(q => q.TenderId).Select(g => new { g.Key, Since = g.Min(q => q.AskedAt) }).ToDictionaryAsync(g => g.Key, g => g.Since, token)
            : [];
        return [.. tenders.SelectMany(tender => Of(tender, user, me, now, asked.TryGetValue(tender.Id, out var since) ? since : null)).OrderBy(task => task.At).Take(ReadToday.Most)];
    }

    private static IEnumerable<ReadToday.TenderTask> Of(Tender tender, ICurrentUser user, Guid me, DateTime now, DateTime? asked)
    {
        if (asked is { } since && tender.TakesBids(now))
            yield return Task(TenderStep.AnswerQuestions, since);
        if (user.May(Permission.OpenBids) && tender.NextToOpen(now) is { } envelope && !tender.Consents.Any(consent => consent.Envelope == envelope && consent.AccountId == me))
            yield return Task(TenderStep.AgreeToOpen, tender.ClosesAt);
        if (tender.State == TenderState.Opened && tender.EvaluatorOf(me) is { FinishedAt: null } evaluator)
            yield return Task(evaluator.DeclaredAt is null ? TenderStep.DeclareConflicts : TenderStep.MarkBids, tender.OffersOpenedAt!.Value);
        if (user.May(Permission.ManageTenders) && tender is { State: TenderState.Marked, PricesOpenedAt: { } opened })
            yield return Task(TenderStep.Evaluate, opened);
        if (user.May(Permission.ApproveAwards) && tender.Proposal is { } proposal && tender.State == TenderState.Proposed && proposal.AccountId != me)
            yield return Task(TenderStep.Approve, proposal.At);
        if (user.May(Permission.ManageTenders) && tender.State == TenderState.Standstill && now >= tender.StandstillUntil)
            yield return Task(TenderStep.Award, tender.StandstillUntil.Value);

        ReadToday.TenderTask Task(TenderStep step, DateTime at) => new(tender.Id, tender.Title, step, at);
    }
}
