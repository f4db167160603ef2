using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Answering;

internal static class EvidenceBesideAnswers
{
    /// <exception cref="RuleBroken">The assessment isn't with the supplier, or the question asks for no file.</exception>
    public static CompiledQuestion RequireTakingFiles(this Sheet sheet, string question)
    {
        if (!sheet.Head.State.TakesAnswers())
            throw AssessmentRules.NotOpen(sheet.Head.State);
        return sheet.Questionnaire.TryFind(question, out var found) && Sheet.TakesFiles(found) ? found : throw EvidenceRules.NotTaken(question);
    }

    /// <summary>Documents beside one question, in the order in which they came.</summary>
    public static Task<List<EvidenceDocument>> EvidenceBeside(this IAppDb db, AssessmentId assessment, string question, CancellationToken cancellationToken) =>
        (from link in db.AnswerEvidence
         join document in db.EvidenceDocuments on link.DocumentId equals document.Id
         where link.AssessmentId == assessment && link.Question == question
         orderby link.AttachedAt, document.Id
         select document).ToListAsync(cancellationToken);

    /// <summary>Puts documents beside a question, and saves; those that stand there stay. The assessment is held, the library too.</summary>
    public static async Task PutBeside(
        this IAppDb db, Assessment assessment, SheetHead head, CompiledQuestion question, IReadOnlyList<EvidenceDocument> documents, EvidenceLimits limits, DateTime at, string by, CancellationToken cancellationToken)
    {
        assessment.Begin(at);
        var there = await db.EvidenceBeside(head.Id, question.Name, cancellationToken);
        foreach (var document in documents.Where(document => there.TrueForAll(other => other.Id != document.Id)).ToList())
        {
            if (there.Count >= limits.MaxFilesPerQuestion)
                throw EvidenceRules.TooMany(limits);
            var link = new AnswerEvidence { AssessmentId = head.Id, Question = question.Name, DocumentId = document.Id, SupplierId = head.SupplierId, AttachedAt = at };
            db.AnswerEvidence.Add(link);
            assessment.Attach(link, document);
            there.Add(document);
        }
        await db.LookedAt(head.Id, [question.Name], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.AnswerWithFiles(head, question, there, at, by, cancellationToken);
    }

    /// <summary>The answer to a question that asks for a file or a picture is the names of what is attached to it.</summary>
    public static async Task AnswerWithFiles(this IAppDb db, SheetHead head, CompiledQuestion question, IReadOnlyList<EvidenceDocument> documents, DateTime at, string by, CancellationToken cancellationToken)
    {
        if (question.Type is not (QuestionType.File or QuestionType.Image))
            return;
        var names = documents.Count == 0 ? null : string.Join('\n', documents.Select(document => document.FileName));
        await db.WriteAnswers(new(head, [new(question.Name, names, false, null)], at, by), cancellationToken);
    }
}
