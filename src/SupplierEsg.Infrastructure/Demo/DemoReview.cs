using MediatR;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Reviewing;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Infrastructure.Demo;

/// <summary>What the demonstration's reviewer makes of an assessment: as many documents hold as the supplier's story says.</summary>
internal sealed class DemoReview(IMediator mediator, DemoSupplier supplier, AssessmentId assessment)
{
    private const int SentBack = 2;

    public async Task<int> Do(DateOnly today, CancellationToken token)
    {
        var review = await mediator.Send(new ReadReview.Query(assessment), token);
        var files = review.Sheet.Questionnaire.Questions.SelectMany(question => review.Sheet.Evidence[question.Name]).ToList();
        var accepted = files.Count * supplier.Proved / 100;
        var decided = supplier.Progress == DemoProgress.InReview ? files.Count / 2 : files.Count;
        await mediator.Send(new DecideReview.Command(assessment)
        {
            Documents = [.. files.Take(decided).Select((file, index) => Decide(file, index < accepted, index))],
            Questions = supplier.Progress == DemoProgress.Clarification ? [.. files.Skip(accepted).Take(SentBack).Select(SendBack)] : [],
        }, token);
        if (supplier.Progress == DemoProgress.Clarification)
            await mediator.Send(new SendBackQuestions.Command(assessment, today.AddDays(30)), token);
        if (supplier.Progress == DemoProgress.Finalised)
            await mediator.Send(new SignReview.Command(assessment), token);
        return decided;
    }

    private static DecideReview.Document Decide(EvidenceLine file, bool holds, int index) => holds
        ? new() { Question = file.Question, DocumentId = file.Id, Verdict = EvidenceState.Accepted }
        : new() { Question = file.Question, DocumentId = file.Id, Verdict = EvidenceState.Rejected, Reason = ReviewReasons.ForDocuments[index % (ReviewReasons.ForDocuments.Count - 1)] };

    private DecideReview.Question SendBack(EvidenceLine file) => new()
    {
        Name = file.Question, SendBack = true,
        SendBackWords = supplier.Language == "zh-Hans" ? "请提供有效且已签署的文件。" : "Please attach a document that is valid today and signed.",
    };
}
