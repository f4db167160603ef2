using System.Text.Json;
using MediatR;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Application.Scorecards;

/// <summary>Scores a case that is given whole, and stores nothing: to try a questionnaire out, and to check the rules.</summary>
public static class PreviewScore
{
    /// <param name="Case">Questionnaire, scoring date, answers and findings.</param>
    public sealed record Query(JsonElement Case) : IRequest<Result>;

    /// <summary>Either a score and the questionnaire that was read, or everything that is wrong.</summary>
    public sealed record Result(AssessmentScore? Score, QuestionnaireDefinition? Questionnaire, IReadOnlyList<Fault> Faults);

    internal sealed class Handler : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query request, CancellationToken cancellationToken) => Task.FromResult(Preview(request.Case));

        private static Result Preview(JsonElement body)
        {
            var (read, faults) = ScoringCase.Read(body);
            if (read is null)
                return new(null, null, faults);
            return read.TryScore(out var score, out var fault)
                ? new(score, read.Questionnaire.Definition, [])
                : new(null, null, [fault]);
        }
    }
}
