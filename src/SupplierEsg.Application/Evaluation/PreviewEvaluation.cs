using System.Text.Json;
using MediatR;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Evaluation;

/// <summary>Evaluates the bids of a case that is given whole, and stores nothing: to try rules out, and to check the arithmetic.</summary>
public static class PreviewEvaluation
{
    /// <param name="Case">The tender's rules, and bids.</param>
    public sealed record Query(JsonElement Case) : IRequest<Result>;

    /// <summary>Either the figures, or everything that is wrong.</summary>
    public sealed record Result(EvaluationResponse? Evaluation, IReadOnlyList<Fault> Faults);

    internal sealed class Handler : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query request, CancellationToken cancellationToken) => Task.FromResult(Preview(request.Case));

        private static Result Preview(JsonElement body)
        {
            var (read, faults) = EvaluationCase.Read(body);
            if (read is null)
                return new(null, faults);
            return read.TryEvaluate(out var evaluation, out var fault) ? new(evaluation, []) : new(null, [fault]);
        }
    }
}
