using MediatR;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Application.Questionnaires;

/// <summary>A version as a supplier will answer it, with answers an author tries out, and what they would score. Nothing is kept.</summary>
public static class TryQuestionnaire
{
    public sealed record Query(QuestionnaireVersionId Id, IReadOnlyDictionary<string, AnswerInput> Answers) : IRequest<Result>
    {
        /// <summary>The scoring date; null for today.</summary>
        public DateOnly? AsOf { get; init; }

        /// <summary>What the evidence of every question is taken for that has no mark of its own.</summary>
        public EvidenceState Evidence { get; init; } = EvidenceState.Accepted;

        public IReadOnlyDictionary<string, Mark> Marks { get; init; } = new Dictionary<string, Mark>();
    }

    /// <summary>What a review would make of one question.</summary>
    /// <param name="Evidence">Null for what holds for all.</param>
    public sealed record Mark(EvidenceState? Evidence, NaReview NaReview);

    /// <param name="Faults">Answers that can't be read; their paths are the questions' names.</param>
    public sealed record Result(Sheet Sheet, AssessmentScore Score, IReadOnlyList<Fault> Faults);

    internal sealed class Handler(CompiledQuestionnaires questionnaires, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var questionnaire = await questionnaires.Get(query.Id, cancellationToken);
            var asOf = query.AsOf ?? time.Today();
            var head = new SheetHead(default, default, query.Id, AssessmentState.Invited, asOf, Round: 0, Reopened: []);
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
            var sheet = Sheet.Of(new(head, []), questionnaire, asOf).With(written.Where(a => a.Value is not null || a.NotApplicable || a.DontKnow), time.Now(), "");
            return new(sheet, AssessmentScoring.Score(questionnaire, asOf, Marked(sheet, query), findings: []), faults);
        }

        private static AnswerSheet Marked(Sheet sheet, Query query)
        {
            var answers = sheet.ToAnswerSheet();
            foreach (var question in sheet.Questionnaire.Questions)
            {
                var mark = query.Marks.GetValueOrDefault(question.Name);
                answers.Put(question.Name, answers[question.Index] with { Evidence = mark?.Evidence ?? query.Evidence, NaReview = mark?.NaReview ?? NaReview.Pending });
            }
            return answers;
        }
    }
}
