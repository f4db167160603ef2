using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Assessments;

internal static class Superseding
{
    /// <summary>What was finalised before of the same supplier and questionnaire gives way; to be called in the transaction that finalises.</summary>
    public static async Task SupersedeOlder(this IAppDb db, Assessment newer, CancellationToken cancellationToken)
    {
        var older = await (
            from assessment in db.Assessments
            join answered in db.QuestionnaireVersions on assessment.QuestionnaireVersionId equals answered.Id
            join asked in db.QuestionnaireVersions on newer.QuestionnaireVersionId equals asked.Id
            where assessment.SupplierId == newer.SupplierId && assessment.Id != newer.Id && answered.FormId == asked.FormId
                && (assessment.State == AssessmentState.Finalised || assessment.State == AssessmentState.Expired)
            orderby assessment.Id
            select assessment).ToListAsync(cancellationToken);
        foreach (var assessment in older)
            assessment.Supersede(newer);
    }
}
