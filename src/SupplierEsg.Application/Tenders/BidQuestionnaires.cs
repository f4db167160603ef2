using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>Begins the assessment that is answered within a bid.</summary>
internal sealed class BidQuestionnaires(IAppDb db, Beginnings beginnings, IAccounts accounts, ICurrentUser me, TimeProvider time)
{
    /// <summary>It starts from the supplier's last answers. Where the same version is being answered anyway, that serves the bid, too.</summary>
    public async Task<Assessment> Begin(Tender tender, TenderBid bid, QuestionnaireVersionId id, CancellationToken token)
    {
        if (await db.Assessments.Where(AssessmentQueries.IsOpen).FirstOrDefaultAsync(a => a.SupplierId == bid.SupplierId && a.QuestionnaireVersionId == id, token) is { } open)
            return open;
        var version = await db.QuestionnaireVersions.SingleAsync(v => v.Id == id, token);
        var person = me.Id is { } account ? await accounts.Find(account, token) : null;
        var invitee = new Invitee(me.Name, person?.Email ?? "", Inviting.MailLanguage(me.Language));
        var assessment = Assessment.ForBid(bid.SupplierId, version, TenderBid.SlotOf(bid.SupplierId, tender), invitee, DateOnly.FromDateTime(tender.ClosesAt), time.Now());
        db.Assessments.Add(assessment);
        assessment.Open(time.Now());
        await beginnings.CarryOver(assessment, token);
        return assessment;
    }
}
