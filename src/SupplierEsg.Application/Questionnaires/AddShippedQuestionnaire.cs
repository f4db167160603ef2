using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Questionnaires;

/// <summary>Takes a questionnaire that comes with the product as a draft, as if its workbook had been imported.</summary>
public static class AddShippedQuestionnaire
{
    public sealed record Command(string? FormId) : IRequest<QuestionnaireVersionId>;

    internal sealed class Handler(IAppDb db, IShippedQuestionnaires shipped, TimeProvider time) : IRequestHandler<Command, QuestionnaireVersionId>
    {
        public async Task<QuestionnaireVersionId> Handle(Command command, CancellationToken cancellationToken)
        {
            var definition = shipped.Find(command.FormId ?? "") ?? throw new NotFound("questionnaire");
            var (draft, _) = await db.TakeDraft(definition, null, time.Now(), cancellationToken);
            return draft.Id;
        }
    }
}
