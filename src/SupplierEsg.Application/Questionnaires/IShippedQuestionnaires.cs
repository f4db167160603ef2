using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires;

/// <summary>The questionnaires that come with the product, to be used as they are or to start from.</summary>
public interface IShippedQuestionnaires
{
    /// <summary>Form ids, the one to offer first at the front.</summary>
    IReadOnlyList<string> FormIds { get; }

    /// <summary>Form id of the whole questionnaire.</summary>
    string Default { get; }

    /// <summary>Form id of the short one, for the smallest companies.</summary>
    string Micro { get; }

    /// <summary>Null when no questionnaire of this form id is shipped.</summary>
    QuestionnaireDefinition? Find(string formId);
}
