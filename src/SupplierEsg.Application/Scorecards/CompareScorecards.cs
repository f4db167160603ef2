using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Application.Scorecards;

/// <summary>Two scorecards of one supplier side by side, the earlier one first, with their difference explained.</summary>
public static class CompareScorecards
{
    private const int MostChoices = 50;

    /// <param name="A">One of them.</param>
    /// <param name="B">The other; null for the one that was made before <paramref name="A"/> for the same questionnaire.</param>
    public sealed record Query(ScorecardId A, ScorecardId? B = null) : IRequest<Result>;

    /// <param name="After">The later one.</param>
    /// <param name="Before">The earlier one; null where there is none.</param>
    /// <param name="Comparison">Null where there is nothing to compare with.</param>
    /// <param name="Choices">The supplier's latest scorecards, the newest first.</param>
    public sealed record Result(ScorecardView After, ScorecardView? Before, ScoreComparison? Comparison, IReadOnlyList<Choice> Choices);

    public sealed record Choice(ScorecardId Id, LocalText Questionnaire, string Version, ScorecardStage Stage, DateTime MadeAt, decimal? Verified);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var after = await db.View(request.A, cancellationToken);
            var choices = await Choices(after.Card.SupplierId, cancellationToken);
            if ((request.B ?? after.Previous) is not { } other)
                return new(after, null, null, choices);
            var before = await db.View(other, cancellationToken);
            if (before.Card.SupplierId != after.Card.SupplierId)
                throw ScorecardRules.TwoSuppliers();
            if (before.Card.MadeAt > after.Card.MadeAt)
                (before, after) = (after, before);
            return new(after, before, ScoreComparison.Between(before.Score, after.Score), choices);
        }

        private Task<List<Choice>> Choices(SupplierId supplier, CancellationToken token) =>
            (from card in db.Scorecards
             where card.SupplierId == supplier
             orderby card.MadeAt descending
             join version in db.QuestionnaireVersions on card.QuestionnaireVersionId equals version.Id
             select new Choice(card.Id, version.Title, version.Label, card.Stage, card.MadeAt, card.Verified)).Take(MostChoices).ToListAsync(token);
    }
}
