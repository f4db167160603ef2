using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Answering;

internal static class EvidenceBesideAnswers
{
    /// <summary>Documents beside one question, in the order in which they came.</summary>
    public static Task<List<EvidenceDocument>> EvidenceBeside(this IAppDb db, AssessmentId assessment, string question, CancellationToken cancellationToken) =>
        (from link in db.AnswerEvidence
         join document in db.EvidenceDocuments on link.DocumentId equals document.Id
         where link.AssessmentId == assessment && link.Question == question
         orderby link.AttachedAt, document.Id
         select document).ToListAsync(cancellationToken);

    /// <summary>The answer to a question that asks for a file or a picture is the names of what is attached to it.</summary>
    public static async Task AnswerWithFiles(this IAppDb db, SheetHead head, CompiledQuestion question, IReadOnlyList<EvidenceDocument> documents, DateTime at, string by, CancellationToken cancellationToken)
    {
        if (question.Type is not (QuestionType.File or QuestionType.Image))
            return;
        var names = documents.Count == 0 ? null : string.Join('\n', documents.Select(document => document.FileName));
        await db.WriteAnswers(new(head, [new(question.Name, names, false, null)], at, by), cancellationToken);
    }
}
