using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Documents;

/// <summary>An answer beside which a document stands.</summary>
/// <param name="Open">The answer can be changed at present, and the document taken from it.</param>
public sealed record DocumentUse(AssessmentId Assessment, AssessmentState State, CompiledQuestionnaire Questionnaire, CompiledQuestion Question, bool Open);

/// <summary>Finds where documents are used.</summary>
public sealed class DocumentUses(IAppDb db, CompiledQuestionnaires questionnaires)
{
    /// <summary>By document, newest assessment first.</summary>
    public async Task<ILookup<EvidenceId, DocumentUse>> Of(IReadOnlyCollection<EvidenceId> documents, CancellationToken cancellationToken)
    {
        var links = await (
            from link in db.AnswerEvidence.AsNoTracking()
            join assessment in db.Assessments.AsNoTracking() on link.AssessmentId equals assessment.Id
            where documents.Contains(link.DocumentId)
            orderby assessment.InvitedAt descending, link.Question
            select new { link.DocumentId, link.Question, assessment.Id, assessment.QuestionnaireVersionId, assessment.State, assessment.Reopened }).ToListAsync(cancellationToken);
        var uses = new List<(EvidenceId Document, DocumentUse Use)>(links.Count);
        foreach (var link in links)
        {
            var questionnaire = await questionnaires.Get(link.QuestionnaireVersionId, cancellationToken);
            if (questionnaire.TryFind(link.Question, out var question))
                uses.Add((link.DocumentId, new(link.Id, link.State, questionnaire, question, link.State.Takes(link.Reopened, link.Question))));
        }
        return uses.ToLookup(use => use.Document, use => use.Use);
    }
}
