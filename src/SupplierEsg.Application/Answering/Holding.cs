using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Answering;

internal static class Holding
{
    /// <summary>
    /// Keeps everybody else from writing to the assessment and its answers until the transaction ends, and reads it as it
    /// then is.
    /// </summary>
    public static async Task<Assessment> Hold(this IAppDb db, AssessmentId id, CancellationToken cancellationToken)
    {
        // An update that changes nothing takes the lock in every database's own way.
        await db.Assessments.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Version, a => a.Version), cancellationToken);
        return await db.Assessments.SingleOrDefaultAsync(a => a.Id == id, cancellationToken).OrNotFound("assessment");
    }
}
