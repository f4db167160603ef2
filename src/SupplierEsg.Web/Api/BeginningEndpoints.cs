using MediatR;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

/// <summary>Beginning an assessment with earlier answers, with the API key of one of the supplier's people.</summary>
internal static class BeginningEndpoints
{
    public static void MapBeginnings(this RouteGroupBuilder api)
    {
        var assessment = api.MapGroup("/assessments/{id}").WithTags("Answers");
        assessment.MapPost("/open", Open).Needs(Permission.UsePortal).WithName("openAssessment")
            .WithSummary("Opens an assessment, as its page does: the first time it begins with the last answers to the same questionnaire.").ProducesProblem(StatusCodes.Status404NotFound);
        assessment.MapGet("/beginning", Read).Needs(Permission.UsePortal).WithName("getBeginning")
            .WithSummary("What an assessment began with, what it could begin with, and what could serve it as it is.").ProducesProblem(StatusCodes.Status404NotFound);
        assessment.MapPost("/carried-over", From).Needs(Permission.UsePortal).WithName("startFromLastAnswers")
            .WithSummary("Takes the last answers over; what was answered already stays.").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        assessment.MapDelete("/carried-over", Without).Needs(Permission.UsePortal).WithName("startWithoutLastAnswers")
            .WithSummary("Puts aside what was taken over and not changed since.").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        assessment.MapPost("/carried-over/confirm", Confirm).Needs(Permission.UsePortal).WithName("confirmCarriedOver")
            .WithSummary("Says that answers taken over are still right; answers which were confirmed by it.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        assessment.MapPost("/serve", Serve).Needs(Permission.UsePortal).Idempotent().WithName("serveInvitation")
            .WithSummary("Lets a reviewed assessment of the same version serve this invitation too, with consent; gives the receipt.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    /// <param name="Questions">Names of the questions whose answers are still right.</param>
    public sealed record Looked(IReadOnlyList<string>? Questions);

    public sealed record Confirmed(IReadOnlyList<string> Questions);

    /// <param name="Source">The assessment that serves, as "beginning" names it.</param>
    /// <param name="Consent">Must be true: the supplier consents that answers, documents, review and result are shown under this invitation too.</param>
    /// <param name="ConsentBy">Name of the person who consents.</param>
    public sealed record Serving(AssessmentId Source, bool Consent, string? ConsentBy);

    private static async Task<IResult> Open(AssessmentId id, IMediator mediator, CancellationToken token)
    {
        await mediator.Send(new OpenAssessment.Command(id), token);
        return TypedResults.NoContent();
    }

    private static Task<ReadBeginning.Result> Read(AssessmentId id, IMediator mediator, CancellationToken token) => mediator.Send(new ReadBeginning.Query(id), token);

    private static async Task<IResult> From(AssessmentId id, IMediator mediator, CancellationToken token)
    {
        await mediator.Send(new StartFromLastAnswers.Command(id), token);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Without(AssessmentId id, IMediator mediator, CancellationToken token)
    {
        await mediator.Send(new StartWithoutLastAnswers.Command(id), token);
        return TypedResults.NoContent();
    }

    private static async Task<Confirmed> Confirm(AssessmentId id, Looked looked, IMediator mediator, CancellationToken token) =>
        new(await mediator.Send(new ConfirmCarriedOver.Command(id, looked.Questions ?? []), token));

    private static async Task<IResult> Serve(AssessmentId id, Serving serving, IMediator mediator, CancellationToken token)
    {
        Submission submission = await mediator.Send(new ServeInvitation.Command(id, serving.Source, serving.Consent, serving.ConsentBy), token);
        return TypedResults.Created($"/receipts/{submission.Receipt}", submission);
    }
}
