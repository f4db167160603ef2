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
    public sealed record Query(DateTime At, QuestionnaireVersionId Questionnaire) : IRequest<Result>;

    public sealed record Row(AssessmentId Id, string Supplier, Invitee Invitee);

    public sealed record Result(LocalText Questionnaire, DateOnly DueOn, IReadOnlyList<Row> Rows);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var rows = await (
                from assessment in db.Assessments.AsNoTracking()
                where assessment.InvitedAt == request.At && assessment.QuestionnaireVersionId == request.Questionnaire
                join supplier in db.Suppliers on assessment.SupplierId equals supplier.Id
                orderby supplier.NameKey, assessment.Id
                select new { assessment, supplier.LegalName }).Take(InviteSuppliers.MostAtOnce).ToListAsync(cancellationToken);
            if (rows.Count == 0)
                throw new NotFound("invitation");
            var first = rows[0].assessment;
            var title = await db.QuestionnaireVersions.Where(v => v.Id == request.Questionnaire).Select(v => v.Title).FirstAsync(cancellationToken);
            return new(title, first.DueOn, [.. rows.Select(row => new Row(row.assessment.Id, row.LegalName, row.assessment.Invitee))]);
        }
    }
}
