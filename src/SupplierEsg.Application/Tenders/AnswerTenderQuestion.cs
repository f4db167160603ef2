using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

public static class AnswerTenderQuestion
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderQuestionId Question { get; init; }

        public string? Answer { get; init; }
    }

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var question = await db.TenderQuestions.SingleOrDefaultAsync(q => q.Id == command.Question, cancellationToken).OrNotFound("question");
            question.Reply(command.Answer?.ReplaceLineEndings("\n"), time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
