using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Answering;

/// <summary>Deletes a note one has written oneself.</summary>
public static class DeleteNote
{
    public sealed record Command(AssessmentId AssessmentId, AnswerNoteId NoteId) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, ICurrentUser me) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var assessment = await db.Hold(command.AssessmentId, cancellationToken);
            var note = await db.AnswerNotes.FirstOrDefaultAsync(n => n.Id == command.NoteId && n.AssessmentId == assessment.Id, cancellationToken).OrNotFound("note");
            assessment.DeleteNote(note, me.Id ?? default);
            db.AnswerNotes.Remove(note);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}
