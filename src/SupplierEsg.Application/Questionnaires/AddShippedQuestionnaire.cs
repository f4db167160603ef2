using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires.Tiers;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Questionnaires;

/// <summary>
/// Takes a questionnaire that comes with the product as a draft, as if its workbook had been imported. Where nobody has
/// written rules for who gets which questionnaire yet, the usual ones come with it.
/// </summary>
public static class AddShippedQuestionnaire
{
    public sealed record Command(string? FormId) : IRequest<QuestionnaireVersionId>;

    internal sealed class Handler(IAppDb db, IShippedQuestionnaires shipped, ITexts texts, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, QuestionnaireVersionId>
    {
        public async Task<QuestionnaireVersionId> Handle(Command command, CancellationToken cancellationToken)
        {
            var definition = shipped.Find(command.FormId ?? "") ?? throw new NotFound("questionnaire");
            if (!await db.TierLists.AnyAsync(cancellationToken))
                db.TierLists.Add(TierLists.Usual(shipped, texts, me.Language));
            var (draft, _) = await db.TakeDraft(definition, null, time.Now(), cancellationToken);
            return draft.Id;
        }
    }
}
