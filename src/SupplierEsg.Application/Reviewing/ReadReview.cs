using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Application.Reviewing;

/// <summary>Everything a reviewer looks at and has decided. Notes of the supplier's people to each other are no part of it.</summary>
public static class ReadReview
{
    /// <param name="WithScore">Compute as well what finalising would give.</param>
    public sealed record Query(AssessmentId Id, bool WithScore = false) : IRequest<Result>;

    public sealed record Result
    {
        public required Assessment Assessment { get; init; }

        public required string Supplier { get; init; }

        public required Sheet Sheet { get; init; }

        /// <summary>Name of the reviewer who has it; null while nobody does.</summary>
        public required string? Reviewer { get; init; }

        /// <summary>What finalising now would give; null where that wasn't asked for.</summary>
        public required AssessmentScore? Score { get; init; }

        /// <summary>Figures of the scorecard that counts at present.</summary>
        public required Figure? Current { get; init; }

        public ReviewProgress Progress => Sheet.ReviewProgress();

        /// <summary>The questionnaire asks for two reviewers.</summary>
        public bool NeedsSecond => Sheet.Questionnaire.Definition.Settings.SecondReview;

        public int ValidMonths => Sheet.Questionnaire.Definition.Settings.ValidMonths ?? Domain.Questionnaires.QuestionnaireSettings.UsualValidMonths;

        /// <summary>Decisions can be made, and changed.</summary>
        public bool IsUnderReview => Assessment.State.IsUnderReview();
    }

    internal sealed class Handler(IAppDb db, Sheets sheets, IAccounts accounts) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await (
                from assessment in db.Assessments.AsNoTracking()
                where assessment.Id == request.Id && assessment.Submission != null && assessment.State != AssessmentState.Withdrawn
                join supplier in db.Suppliers on assessment.SupplierId equals supplier.Id
                select new { assessment, supplier.LegalName }).FirstOrDefaultAsync(cancellationToken).OrNotFound("review");
            var sheet = await sheets.GetWithEvidence(request.Id, cancellationToken);
            var reviewer = found.assessment.ReviewerId is { } id ? (await accounts.Names([id], cancellationToken)).GetValueOrDefault(id) : null;
            return new()
            {
                Assessment = found.assessment, Supplier = found.LegalName, Sheet = sheet, Reviewer = reviewer,
                Score = request.WithScore ? AssessmentScoring.Score(sheet.Questionnaire, sheet.Today, sheet.ToAnswerSheet(), findings: []) : null,
                Current = await db.Scorecards.Where(c => c.AssessmentId == request.Id).OrderByDescending(c => c.MadeAt).Select(c => (Figure?)new Figure(c.Declared, c.Verified)).FirstOrDefaultAsync(cancellationToken),
            };
        }
    }
}
