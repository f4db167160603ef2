using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>The bidder has read what an amendment changed. What no longer fits the tender is put aside: prices of other items, answers to another questionnaire.</summary>
public static class AcknowledgeAmendment
{
    public sealed record Command(TenderId Tender, int Edition) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, BidQuestionnaires questionnaires, ICurrentUser me) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var tender = await db.Find(command.Tender, cancellationToken);
            if (command.Edition != tender.Edition)
                throw Versions.ChangedMeanwhile();
            var bid = await db.OwnBid(tender.Id, me.RequireSupplier(), cancellationToken).OrNotFound("bid");
            var seen = await db.TenderEditions.AsNoTracking().SingleAsync(e => e.TenderId == tender.Id && e.Number == bid.EditionSeen, cancellationToken);
            bid.SeeEdition(tender, TenderJson.Read<TenderFacts>(seen.Facts), TenderJson.Read<TenderRules>(seen.Rules));
            if (tender.Rules!.Questionnaire is { } version && version != TenderJson.Read<TenderRules>(seen.Rules).Questionnaire)
                bid.Answer(await questionnaires.Begin(tender, bid, version, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}
