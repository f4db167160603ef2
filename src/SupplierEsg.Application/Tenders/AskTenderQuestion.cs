using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>A bidder asks; question and answer are published to all, without its name.</summary>
public static class AskTenderQuestion
{
    public sealed record Command : IRequest<TenderQuestionId>
    {
        public TenderId Id { get; init; }

        public string? Text { get; init; }
    }

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, TenderQuestionId>
    {
        public async Task<TenderQuestionId> Handle(Command command, CancellationToken cancellationToken)
        {
            var supplier = me.RequireSupplier();
            var tender = await db.Find(command.Id, cancellationToken);
            var open = await db.TenderQuestions.CountAsync(q => q.TenderId == tender.Id && q.AskedBy == supplier && q.Answer == null, cancellationToken);
            var question = TenderQuestion.Ask(tender, supplier, command.Text?.ReplaceLineEndings("\n"), open, time.Now());
            db.TenderQuestions.Add(question);
            await db.SaveChangesAsync(cancellationToken);
            return question.Id;
        }
    }
}
