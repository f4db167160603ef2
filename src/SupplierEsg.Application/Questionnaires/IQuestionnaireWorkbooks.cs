using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires;

/// <summary>Writes a questionnaire as a workbook that can be imported again and gives the same questionnaire.</summary>
public interface IQuestionnaireWorkbooks
{
    byte[] Write(QuestionnaireDefinition definition);
}
