using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Reviewing;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Application.Answering;

/// <summary>Freezes the answers, gives the receipt and makes the scorecard, all or nothing.</summary>
public static class SubmitAssessment
{
    /// <param name="Declared">The person declares that the answers are true.</param>
    /// <param name="DeclaredBy">The person's name, as written under the declaration.</param>
    public sealed record Command(AssessmentId AssessmentId, bool Declared, string? DeclaredBy) : IRequest<Submission>;

    internal sealed class Handler(IAppDb db, Submitting submitting) : IRequestHandler<Command, Submission>
    {
        public Task<Submission> Handle(Command command, CancellationToken cancellationToken) =>
            db.InTransaction(
                () => submitting.Submit(command.AssessmentId, command.Declared ? command.DeclaredBy : null, cancellationToken), cancellationToken);
    }
}

/// <summary>Submits an assessment within the transaction of whoever asks: on its own, or as a part of a bid.</summary>
internal sealed class Submitting(IAppDb db, Sheets sheets, ICurrentUser me, TimeProvider time)
{
    /// <param name="declaredBy">Name under the declaration; null where there is none.</param>
    public async Task<Submission> Submit(AssessmentId id, string? declaredBy, CancellationToken cancellationToken)
    {
        var assessment = await db.Hold(id, cancellationToken);
        assessment.RequireAnswering();
        var sheet = await sheets.GetWithEvidence(id, cancellationToken);
        if (sheet.OpenQuestions.Count() is > 0 and var open)
            throw AssessmentRules.Incomplete(open);
        if (string.IsNullOrWhiteSpace(declaredBy))
            throw AssessmentRules.NotDeclared();
        var now = time.Now();
        var submission = new Submission(now, ReceiptNumber.New(now), ContentHash.Of(await db.ContentOf(sheet, cancellationToken)), Short(declaredBy.Trim()));
        assessment.Submit(submission, assessment.Invitee.Email, me.Language);
        await db.Keep(AssessmentScoring.Score(sheet.Questionnaire, sheet.Today, sheet.ToAnswerSheet(), findings: []), sheet.Head, now, validUntil: null, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return submission;
    }

    private static string Short(string name) => name.Length <= 200 ? name : name[..200];
}
