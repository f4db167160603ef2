using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Assessments;

/// <summary>Who was invited in one go, to confirm it.</summary>
public static class ReadInvited
{
    /// <param name="At">UTC, as <see cref="InviteSuppliers.Result.At"/> has it.</param>
    /// <param name="Questionnaire">Null for whatever they were invited to at that moment.</param>
    public sealed record Query(DateTime At, QuestionnaireVersionId? Questionnaire) : IRequest<Result>;

    public sealed record Row(AssessmentId Id, string Supplier, Invitee Invitee, LocalText Questionnaire);

    public sealed record Result(DateOnly DueOn, IReadOnlyList<Row> Rows);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var rows = await (
                from assessment in db.Assessments.AsNoTracking()
                where assessment.InvitedAt == request.At && (request.Questionnaire == null || assessment.QuestionnaireVersionId == request.Questionnaire)
                join version in db.QuestionnaireVersions on assessment.QuestionnaireVersionId equals version.Id
                join supplier in db.Suppliers on assessment.SupplierId equals supplier.Id
                orderby supplier.NameKey, assessment.Id
                select new { assessment, supplier.LegalName, version.Title }).Take(InviteSuppliers.MostAtOnce).ToListAsync(cancellationToken);
            if (rows.Count == 0)
                throw new NotFound("invitation");
            return new(rows[0].assessment.DueOn, [.. rows.Select(row => new Row(row.assessment.Id, row.LegalName, row.assessment.Invitee, row.Title))]);
        }
    }
}
