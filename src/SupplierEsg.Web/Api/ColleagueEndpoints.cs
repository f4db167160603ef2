using MediatR;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Colleagues;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

/// <summary>How a supplier's people share an assessment; for them alone, the buyer's programs get none of it.</summary>
internal static class ColleagueEndpoints
{
    public static void MapColleagues(this RouteGroupBuilder api)
    {
        var colleagues = api.MapGroup("/assessments/{id}/colleagues").WithTags("Colleagues");
        colleagues.MapGet("", List).Needs(Permission.UsePortal).WithName("getColleagues").WithSummary("Who helps with an assessment, and with which themes.").ProducesProblem(StatusCodes.Status404NotFound);
        colleagues.MapPost("", Invite).Needs(Permission.UsePortal).Idempotent().WithName("inviteColleague").WithSummary("Gives themes to a colleague, who gets a mail.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        colleagues.MapPut("/{colleague}/themes", Give).Needs(Permission.UsePortal).WithName("giveThemes").WithSummary("Changes which themes a colleague has.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        colleagues.MapPost("/{colleague}/again", Again).Needs(Permission.UsePortal).WithName("inviteColleagueAgain").WithSummary("Sends the mail again; the link sent before stops working.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        colleagues.MapDelete("/{colleague}", TakeBack).Needs(Permission.UsePortal).WithName("takeColleagueBack").WithSummary("Takes an invitation back that nobody has accepted.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        var notes = api.MapGroup("/assessments/{id}/notes").WithTags("Notes");
        notes.MapGet("", Notes).Needs(Permission.UsePortal).WithName("getNotes").WithSummary("Notes from colleague to colleague beside the questions.").ProducesProblem(StatusCodes.Status404NotFound);
        notes.MapPost("", AddNote).Needs(Permission.UsePortal).Idempotent().WithName("addNote").WithSummary("Puts a note beside a question.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        notes.MapDelete("/{note}", DeleteNote).Needs(Permission.UsePortal).WithName("deleteNote").WithSummary("Deletes a note of one's own.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    /// <param name="AcceptedAt">Null until the link in the mail was used.</param>
    public sealed record Colleague(ColleagueId Id, string Name, string Email, string Language, IReadOnlyList<string> Themes, string InvitedBy, DateTime InvitedAt, DateTime? AcceptedAt);

    /// <param name="Language">Of the mail: en or zh-Hans.</param>
    /// <param name="Themes">Codes, at least one.</param>
    public sealed record NewColleague(string? Name, string? Email, string? Language, IReadOnlyList<string>? Themes);

    public sealed record GivenThemes(IReadOnlyList<string>? Themes);

    public sealed record Note(AnswerNoteId Id, string Question, string Text, string By, DateTime At);

    /// <param name="Question">Name.</param>
    public sealed record NewNote(string? Question, string? Text);

    public sealed record Made<TId>(TId Id);

    private static async Task<IReadOnlyList<Colleague>> List(AssessmentId id, IMediator mediator, CancellationToken token) =>
        [.. (await mediator.Send(new ListColleagues.Query(id), token)).Select(c => new Colleague(c.Id, c.Name, c.Email, c.Language, c.Themes, c.InvitedBy, c.InvitedAt, c.AcceptedAt))];

    private static async Task<IResult> Invite(AssessmentId id, NewColleague person, IMediator mediator, CancellationToken token) =>
        TypedResults.Created((string?)null, new Made<ColleagueId>(await mediator.Send(new InviteColleague.Command(id, person.Name, person.Email, person.Language, person.Themes), token)));

    private static async Task<IResult> Give(AssessmentId id, ColleagueId colleague, GivenThemes given, IMediator mediator, CancellationToken token)
    {
        await mediator.Send(new GiveThemes.Command(id, colleague, given.Themes), token);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Again(AssessmentId id, ColleagueId colleague, IMediator mediator, CancellationToken token)
    {
        await mediator.Send(new InviteColleagueAgain.Command(id, colleague), token);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> TakeBack(AssessmentId id, ColleagueId colleague, IMediator mediator, CancellationToken token)
    {
        await mediator.Send(new TakeColleagueBack.Command(id, colleague), token);
        return TypedResults.NoContent();
    }

    private static async Task<IReadOnlyList<Note>> Notes(AssessmentId id, IMediator mediator, CancellationToken token, string? question = null) =>
        [.. (await mediator.Send(new ListNotes.Query(id, question), token)).Select(n => new Note(n.Id, n.Question, n.Text, n.By, n.At))];

    private static async Task<IResult> AddNote(AssessmentId id, NewNote note, IMediator mediator, CancellationToken token) =>
        TypedResults.Created((string?)null, new Made<AnswerNoteId>(await mediator.Send(new AddNote.Command(id, note.Question ?? "", note.Text), token)));

    private static async Task<IResult> DeleteNote(AssessmentId id, AnswerNoteId note, IMediator mediator, CancellationToken token)
    {
        await mediator.Send(new DeleteNote.Command(id, note), token);
        return TypedResults.NoContent();
    }
}
