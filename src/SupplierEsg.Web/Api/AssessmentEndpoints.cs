using MediatR;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

/// <summary>Inviting suppliers and following what becomes of it.</summary>
internal static class AssessmentEndpoints
{
    public static void MapAssessments(this RouteGroupBuilder api)
    {
        var assessments = api.MapGroup("/assessments").WithTags("Assessments");
        assessments.MapGet("", List).Needs(Permission.ViewAssessments).WithSummary("Lists assessments")
            .WithDescription("state: open (the first three together), invited, opened, inProgress, submitted, inReview, clarification, finalised, expired, superseded or withdrawn. due: overdue, week or month. sort: supplier, questionnaire, state, due, invited or valid, with - before it for the other way round.");
        assessments.MapGet("/{id:guid}", Read).Needs(Permission.ViewAssessments).WithSummary("Reads one assessment");
        assessments.MapPost("", Invite).Needs(Permission.ManageAssessments).Idempotent().WithSummary("Invites suppliers to a published questionnaire, or each to the one the rules give it")
            .WithDescription("Without questionnaire the rules decide (GET /questionnaires/tiers). All of them or, where one can't be invited, none, unless leaveOut is true. Each gets a mail with a link of its own.");
        assessments.MapPost("/{id:guid}/withdraw", Withdraw).Needs(Permission.ManageAssessments).WithSummary("Takes an assessment back before it is submitted, or while questions of it are with the supplier again");
        assessments.MapPost("/{id:guid}/renew", Renew).Needs(Permission.ManageAssessments).WithSummary("Sends the invitation again, to the same person or to another");
        assessments.MapPost("/{id:guid}/due-date", ChangeDue).Needs(Permission.ManageAssessments).WithSummary("Changes the due date");
    }

    private sealed record WithdrawBody(string? Reason);

    private sealed record RenewBody(string? Name, string? Email, string? Language);

    private sealed record DueBody(DateOnly? DueOn);

    private sealed record Line(
        AssessmentId Id, SupplierId SupplierId, string Supplier, string Questionnaire, string Title, int Version, AssessmentState State, DateOnly DueOn, bool Late,
        int Answered, int QuestionCount, DateTime InvitedAt, DateTime? LastSavedAt, DateTime? SubmittedAt, DateOnly? ValidUntil);

    private sealed record LineList(IReadOnlyList<Line> Rows, int Total, int Page, int PageSize);

    private sealed record ThemeLine(string Code, string Label, int Answered, int Required);

    private sealed record Whole(
        AssessmentId Id, SupplierId SupplierId, string Supplier, QuestionnaireVersionId QuestionnaireVersionId, string Questionnaire, string Title, int Version,
        AssessmentState State, DateOnly DueOn, bool Late, Invitee Invitee, string? Note, DateTime InvitedAt, DateTime? AcceptedAt, DateTime? OpenedAt,
        DateTime? LastSavedAt, int Answered, int Required, IReadOnlyList<ThemeLine> Themes, Submission? Submission, ScorecardId? ScorecardId,
        DateOnly? ValidUntil, AssessmentId? CarriedFrom, int CarriedOver, AssessmentId? ServedBy, AssessmentId? SupersededBy);

    private sealed record Left(string Code, string Reason);

    private sealed record Made(IReadOnlyList<InviteSuppliers.Invited> Invited, IReadOnlyList<Left> LeftOut);

    private static async Task<LineList> List(
        IMediator mediator, ICurrentUser me, CancellationToken token,
        string? search = null, string? state = null, string? questionnaire = null, string? due = null, Guid? supplier = null, string? sort = null, int page = 1)
    {
        var found = await mediator.Send(new ListAssessments.Query
        {
            Search = search, State = Named<ListAssessments.StateFilter>(state, nameof(state)), Questionnaire = questionnaire, Due = Named<ListAssessments.DueFilter>(due, nameof(due)),
            Supplier = supplier is { } id ? new SupplierId(id) : null, Sort = Known(sort), Page = page,
        }, token);
        var rows = found.Rows.Select(r => new Line(
            r.Id, r.SupplierId, r.Supplier, r.FormId, r.Questionnaire.In(me.Language), r.VersionNumber, r.State, r.DueOn, r.IsLate,
            r.Answered, r.QuestionCount, r.InvitedAt, r.LastSavedAt, r.SubmittedAt, r.ValidUntil));
        return new([.. rows], found.Total, found.Number, found.Size);
    }

    private static async Task<Whole> Read(AssessmentId id, IMediator mediator, ICurrentUser me, HttpResponse response, CancellationToken token)
    {
        var found = await mediator.Send(new ReadAssessment.Query(id), token);
        var (assessment, version) = (found.Assessment, found.Questionnaire);
        response.SetETag(assessment.Version);
        return new(
            assessment.Id, assessment.SupplierId, found.Supplier, version.Id, version.FormId, version.Title.In(me.Language), version.Number,
            assessment.State, assessment.DueOn, found.IsLate, assessment.Invitee, assessment.Note, assessment.InvitedAt, assessment.AcceptedAt, assessment.OpenedAt,
            found.LastSavedAt, found.Answered, found.Required, [.. found.Progress.Select(p => new ThemeLine(p.Code, p.Label.In(me.Language), p.Answered, p.Required))],
            assessment.Submission, found.Scorecard, assessment.ValidUntil, assessment.CarriedFrom, found.CarriedOver, assessment.ServedBy, assessment.SupersededBy);
    }

    private static async Task<IResult> Invite(InviteSuppliers.Command command, IMediator mediator, CancellationToken token)
    {
        var done = await mediator.Send(command, token);
        var made = new Made(done.Invited, [.. done.LeftOut.Select(refusal => new Left(refusal.Code, refusal.Message))]);
        return Results.Created(done.Invited.Count == 1 ? $"/api/v1/assessments/{done.Invited[0].Id}" : "/api/v1/assessments?sort=-invited", made);
    }

    private static async Task<IResult> Withdraw(AssessmentId id, WithdrawBody body, IMediator mediator, CancellationToken token)
    {
        await mediator.Send(new WithdrawAssessment.Command(id, body.Reason ?? ""), token);
        return Results.NoContent();
    }

    private static async Task<Invitee> Renew(AssessmentId id, RenewBody? body, IMediator mediator, CancellationToken token) =>
        await mediator.Send(new RenewInvitation.Command(id, body?.Name, body?.Email, body?.Language), token);

    private static async Task<IResult> ChangeDue(AssessmentId id, DueBody body, IMediator mediator, CancellationToken token)
    {
        await mediator.Send(new ChangeDueDate.Command(id, body.DueOn), token);
        return Results.NoContent();
    }

    private static TEnum? Named<TEnum>(string? text, string parameter)
        where TEnum : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var names = Enum.GetNames<TEnum>();
        return names.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<TEnum>(name)
            : throw new RuleBroken("common.unknown-value", "“{0}” is none of the values there are; give one of {1}.", parameter, text, string.Join(", ", names.Select(n => char.ToLowerInvariant(n[0]) + n[1..])));
    }

    private static string? Known(string? sort) => string.IsNullOrEmpty(sort) || ListAssessments.SortKeys.Contains(sort.TrimStart('-'))
        ? sort
        : throw new RuleBroken("common.unknown-value", "“{0}” is none of the values there are; give one of {1}.", nameof(sort), sort, string.Join(", ", ListAssessments.SortKeys));
}
