using System.Collections.Frozen;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Infrastructure.Content;

/// <summary>The shipped questionnaires as definitions, each read once.</summary>
internal sealed class ShippedDefinitions : IShippedQuestionnaires
{
    private readonly FrozenDictionary<string, Lazy<QuestionnaireDefinition>> definitions = ShippedQuestionnaires.FormIds
        .ToFrozenDictionary(id => id, id => new Lazy<QuestionnaireDefinition>(() => QuestionnaireJson.ReadStored(ShippedQuestionnaires.Json(id))));

    public IReadOnlyList<string> FormIds => ShippedQuestionnaires.FormIds;

    public string Default => ShippedQuestionnaires.Default;

    public string Micro => ShippedQuestionnaires.Micro;

    public QuestionnaireDefinition? Find(string formId) => definitions.GetValueOrDefault(formId)?.Value;
}
