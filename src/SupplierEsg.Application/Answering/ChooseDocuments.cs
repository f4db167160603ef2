using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Documents;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Answering;

/// <summary>Which documents of the library can be put beside an answer: those that are valid, fit the question, and aren't there yet.</summary>
public static class ChooseDocuments
{
    public sealed record Query(AssessmentId AssessmentId, string Question) : IRequest<Result>;

    /// <param name="Documents">Without their uses, which nobody asks for here.</param>
    /// <param name="Expired">How many are left out because they are past their validity.</param>
    public sealed record Result(Sheet Sheet, CompiledQuestion Question, IReadOnlyList<ListDocuments.Row> Documents, int Expired);

    internal sealed class Handler(IAppDb db, Sheets sheets, DocumentValidity validity, TimeProvider time) : IRequestHandler<Query, Result>
    {
        private static readonly ILookup<EvidenceId, DocumentUse> NotLookedUp = Array.Empty<(EvidenceId, DocumentUse)>().ToLookup(use => use.Item1, use => use.Item2);

        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var sheet = await sheets.GetWithEvidence(query.AssessmentId, cancellationToken);
            if (!sheet.Questionnaire.TryFind(query.Question, out var question) || !Sheet.TakesFiles(question))
                throw new NotFound("question");
            var beside = sheet.Evidence[question.Name].Select(line => line.Id).ToHashSet();
            var library = await db.EvidenceDocuments.AsNoTracking().Where(d => d.SupplierId == sheet.Head.SupplierId && d.RemovedAt == null)
                .OrderByDescending(d => d.UploadedAt).ThenByDescending(d => d.Id).ToListAsync(cancellationToken);
            var fitting = library.Where(d => !beside.Contains(d.Id) && (question.Type != QuestionType.Image || EvidenceKind.IsPictureType(d.ContentType))).ToList();
            var valid = fitting.Where(document => validity.StateOn(time.Today(), validity.LastDay(document)) != DocumentState.Expired).ToList();
            return new(sheet, question, [.. valid.Select(document => validity.RowOf(document, NotLookedUp, time.Today()))], fitting.Count - valid.Count);
        }
    }
}
