using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Reviewing;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

/// <summary>Reviewing by program.</summary>
internal static class ReviewEndpoints
{
    public static void MapReviews(this RouteGroupBuilder api)
    {
        api.MapGet("/reviews", List).Needs(Permission.ReviewAssessments).WithTags("Reviews").WithSummary("Lists what there is to review, the soonest due first")
            .WithDescription("state: submitted, inReview or clarification. reviewer: an account, or nobody.");
        var review = api.MapGroup("/assessments/{id:guid}/review").WithTags("Reviews");
        review.MapGet("", Read).Needs(Permission.ReviewAssessments).WithSummary("Reads a review: every question with its answer, its documents, and what was decided")
            .WithDescription("The ETag is the assessment's version; send-back and sign want it as If-Match.").ProducesProblem(StatusCodes.Status404NotFound);
        review.MapPost("/decisions", Decide).Needs(Permission.ReviewAssessments).WithSummary("Decides about documents and questions, all of it or nothing")
            .WithDescription("seen is decidedAt as it was read; where it has moved on, the decision is refused.").ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        review.MapPost("/reviewer", Assign).Needs(Permission.ReviewAssessments).WithSummary("Gives the review to somebody").ProducesProblem(StatusCodes.Status404NotFound);
        review.MapPost("/send-back", SendBack).Needs(Permission.ReviewAssessments).RequiresIfMatch().WithSummary("Opens the marked questions to the supplier again").ProducesProblem(StatusCodes.Status404NotFound);
        review.MapPost("/take-back", TakeBack).Needs(Permission.ReviewAssessments).WithSummary("Goes on without an answer from the supplier").ProducesProblem(StatusCodes.Status404NotFound);
        review.MapPost("/sign", Sign).Needs(Permission.ReviewAssessments).RequiresIfMatch().WithSummary("Puts your name under the review; the last that is needed finalises it and makes the scorecard").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private sealed record Line(
        AssessmentId Id, string Supplier, string Title, int Version, AssessmentState State, DateTime SubmittedAt, DateOnly? ReviewDueOn, DateOnly? ClarifyBy, bool Overdue,
        Guid? ReviewerId, string? Reviewer, bool WaitsForSecond, int DocumentsLeft, int NotApplicablesLeft);

    private sealed record LineList(IReadOnlyList<Line> Rows, int Total, int Page, int PageSize);

    private sealed record DocumentLine(EvidenceId Id, string FileName, string ContentType, string Sha256, EvidenceState State, ReviewReason? Reason, string? Words, string? DecidedBy, DateTime? DecidedAt);

    private sealed record NaLine(NaReview Review, ReviewReason? Reason, string? Words);

    private sealed record QuestionLine(
        string Name, string Label, string? Answer, bool NotApplicable, string? NaReason, int Revision, NaLine? Na, string? Gap, bool SendBack, string? SendBackWords,
        string? By, DateTime? DecidedAt, IReadOnlyList<DocumentLine> Documents);

    private sealed record Whole(
        AssessmentId Id, string Supplier, AssessmentState State, Guid? ReviewerId, string? Reviewer, DateOnly? ReviewDueOn, DateOnly? ClarifyBy, bool NeedsSecond, ReviewSignature? FirstSignature,
        ReviewSignature? Finalised, DateOnly? ValidUntil, int ToDecide, int Decided, IReadOnlyList<QuestionLine> Questions);

    private sealed record Decisions(List<DecideReview.Document>? Documents, List<DecideReview.Question>? Questions);

    private sealed record Decided(int Accepted, int Rejected, int OtherChanges, int Left);

    private sealed record ReviewerBody(Guid? Reviewer);

    private sealed record SendBackBody(DateOnly? AnswerBy);

    private static async Task<LineList> List(IMediator mediator, ICurrentUser me, TimeProvider time, CancellationToken token, string? state = null, string? reviewer = null, bool overdue = false, int page = 1)
    {
        var nobodys = reviewer == "nobody";
        if (!nobodys && !string.IsNullOrEmpty(reviewer) && !Guid.TryParse(reviewer, out _))
            throw QueryChoice.Refuse(nameof(reviewer), ["an account", "nobody"]);
        var query = new ListReviews.Query
        {
            State = QueryChoice.Read<ListReviews.StateFilter>(state, nameof(state)), Nobodys = nobodys, Reviewer = Guid.TryParse(reviewer, out var account) ? account : null, Overdue = overdue, Page = page,
        };
        var found = (await mediator.Send(query, token)).Page;
        var rows = found.Rows.Select(r => new Line(
            r.Id, r.Supplier, r.Questionnaire.In(me.Language), r.VersionNumber, r.State, r.SubmittedAt, r.ReviewDueOn, r.ClarifyBy, r.IsOverdue(time.Today()),
            r.ReviewerId, r.Reviewer, r.SignedBy is not null, r.Progress.DocumentsLeft, r.Progress.NotApplicablesLeft));
        return new([.. rows], found.Total, found.Number, found.Size);
    }

    private static async Task<Whole> Read(AssessmentId id, IMediator mediator, ICurrentUser me, HttpResponse response, CancellationToken token)
    {
        var found = await mediator.Send(new ReadReview.Query(id), token);
        var (assessment, sheet, progress) = (found.Assessment, found.Sheet, found.Progress);
        response.SetETag(assessment.Version);
        return new(
            id, found.Supplier, assessment.State, assessment.ReviewerId, found.Reviewer, assessment.ReviewDueOn, assessment.ClarifyBy, found.NeedsSecond, assessment.FirstSignature,
            assessment.Finalised, assessment.ValidUntil, progress.Total, progress.Decided,
            [.. sheet.Questionnaire.Questions.Where(question => sheet.IsReviewed(question)).Select(question => Of(sheet, question, me.Language))]);
    }

    private static QuestionLine Of(Application.Answering.Sheet sheet, CompiledQuestion question, string language)
    {
        var (answer, review, judged) = (sheet.Answers.GetValueOrDefault(question.Name), sheet.ReviewOf(question), sheet.JudgementOf(question));
        var na = sheet.SaysNotApplicable(question) ? new NaLine(judged?.NaReview ?? NaReview.Pending, judged?.NaReason, judged?.NaWords) : null;
        return new(
            question.Name, question.Definition.Label.In(language), answer?.Value, answer?.NotApplicable ?? false, answer?.NaReason, sheet.RevisionOf(question.Name), na,
            judged?.GapWords, review?.SendBack ?? false, review?.SendBackWords, review?.By, review?.TouchedAt,
            [.. sheet.Evidence[question.Name].Select(line => new DocumentLine(line.Id, line.FileName, line.ContentType, line.Sha256, line.State, line.Reason, line.Words, line.DecidedBy, line.DecidedAt))]);
    }

    private static async Task<Decided> Decide(AssessmentId id, Decisions decisions, IMediator mediator, CancellationToken token)
    {
        var result = await mediator.Send(new DecideReview.Command(id) { Documents = decisions.Documents ?? [], Questions = decisions.Questions ?? [] }, token);
        return new(result.Accepted, result.Rejected, result.Marks, result.Progress.Left);
    }

    private static async Task<AssignReviewer.Result> Assign(AssessmentId id, ReviewerBody body, IMediator mediator, CancellationToken token) =>
        await mediator.Send(new AssignReviewer.Command(id, body.Reviewer), token);

    private static async Task<SendBackQuestions.Result> SendBack(AssessmentId id, SendBackBody body, IMediator mediator, HttpRequest request, CancellationToken token) =>
        await mediator.Send(new SendBackQuestions.Command(id, body.AnswerBy, request.ExpectedVersion()), token);

    private static async Task<IResult> TakeBack(AssessmentId id, IMediator mediator, CancellationToken token)
    {
        await mediator.Send(new TakeBackClarification.Command(id), token);
        return TypedResults.NoContent();
    }

    private static async Task<SignReview.Result> Sign(AssessmentId id, IMediator mediator, HttpRequest request, CancellationToken token) =>
        await mediator.Send(new SignReview.Command(id, request.ExpectedVersion()), token);
}
