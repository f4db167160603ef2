using MediatR;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires;

/// <summary>A version as a supplier will answer it, with answers an author tries out. Nothing is kept.</summary>
public static class TryQuestionnaire
{
    public sealed record Query(QuestionnaireVersionId Id, IReadOnlyDictionary<string, AnswerInput> Answers) : IRequest<Result>;

    /// <param name="Faults">Answers that can't be read; their paths are the questions' names.</param>
    public sealed record Result(Sheet Sheet, IReadOnlyList<Fault> Faults);

    internal sealed class Handler(CompiledQuestionnaires questionnaires, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var questionnaire = await questionnaires.Get(query.Id, cancellationToken);
            var head = new SheetHead(default, default, query.Id, AssessmentState.Invited, time.Today(), Round: 0, Reopened: []);
            var (written, faults) = (new List<WrittenAnswer>(), new List<Fault>());
            foreach (var (name, input) in query.Answers)
            {
                if (!questionnaire.TryFind(name, out var question))
                    continue;
                if (input.TryRead(question, out var answer, out var fault))
                    written.Add(answer);
                else
                    faults.Add(fault!);
            }
            return new(Sheet.Of(new(head, []), questionnaire, time.Today()).With(written.Where(a => a.Value is not null || a.NotApplicable || a.DontKnow), time.Now(), ""), faults);
        }
    }
}
