using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Answering;

/// <summary>Puts a note to colleagues beside a question.</summary>
public static class AddNote
{
    public sealed record Command(AssessmentId AssessmentId, string Question, string? Text) : IRequest<AnswerNoteId>;

    internal sealed class Handler(IAppDb db, CompiledQuestionnaires questionnaires, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, AnswerNoteId>
    {
        public Task<AnswerNoteId> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var assessment = await db.Hold(command.AssessmentId, cancellationToken);
            var questionnaire = await questionnaires.Get(assessment.QuestionnaireVersionId, cancellationToken);
            if (!questionnaire.TryFind(command.Question, out var question))
                throw new NotFound("question");
            var there = await db.AnswerNotes.CountAsync(other => other.AssessmentId == assessment.Id && other.Question == question.Name, cancellationToken);
            var text = command.Text?.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal).Trim() ?? "";
            var note = assessment.AddNote(question.Name, text, there, (me.Id ?? throw new NotFound("account"), me.Name), time.Now());
            db.AnswerNotes.Add(note);
            await db.SaveChangesAsync(cancellationToken);
            return note.Id;
        }, cancellationToken);
    }
}
