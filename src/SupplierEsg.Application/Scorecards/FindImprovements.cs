using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Application.Scorecards;

/// <summary>What would have brought a scorecard the most points, and all evidence that is missing.</summary>
public static class FindImprovements
{
    public sealed record Query(ScorecardId Id) : IRequest<Result>;

    /// <param name="Best">The five changes that bring most, computed from the stored score when it is asked for.</param>
    /// <param name="Lacking">Every answer that earns points and lacks the evidence for them, in document order.</param>
    public sealed record Result(IReadOnlyList<Improvement> Best, IReadOnlyList<Lack> Lacking);

    /// <param name="Line">As it is stored.</param>
    /// <param name="Documents">Those that were not accepted; none where there never was one.</param>
    public sealed record Lack(ScoreLine Line, IReadOnlyList<Refused> Documents);

    /// <summary>A document that doesn't count, and why.</summary>
    public sealed record Refused(string Question, string FileName, EvidenceState State, ReviewReason? Reason, string? Words);

    internal sealed class Handler(IAppDb db, CompiledQuestionnaires questionnaires) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var card = await db.Scorecards.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken).OrNotFound("scorecard");
            var (score, questionnaire) = (card.Score(), await questionnaires.Get(card.QuestionnaireVersionId, cancellationToken));
            var refused = (await Refusals(card.AssessmentId, cancellationToken)).ToLookup(document => document.Question);
            return new(Improvements.Of(questionnaire, score), [.. Improvements.LackingEvidence(score).Select(line => new Lack(line, [.. refused[line.Question]]))]);
        }

        private Task<List<Refused>> Refusals(AssessmentId assessment, CancellationToken token) =>
            (from link in db.AnswerEvidence
             where link.AssessmentId == assessment && (link.State == EvidenceState.Rejected || link.State == EvidenceState.Expired)
             join document in db.EvidenceDocuments on link.DocumentId equals document.Id
             orderby document.FileName, document.Id
             select new Refused(link.Question, document.FileName, link.State, link.Reason, link.Words)).ToListAsync(token);
    }
}
