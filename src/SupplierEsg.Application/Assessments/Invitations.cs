using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Journal;

namespace SupplierEsg.Application.Assessments;

/// <summary>What reading and accepting an invitation have in common.</summary>
internal static class Invitations
{
    /// <exception cref="RuleBroken">The link is invented, outdated, used or expired.</exception>
    public static async Task<(Assessment Assessment, string Supplier)> Open(IAppDb db, ILinkTokens tokens, string token, DateTime now, CancellationToken cancellationToken)
    {
        var (id, key) = InvitationLink.Read(tokens, token);
        // Whoever holds the link is a stranger as yet, and strangers see no supplier's things: here the link itself is the permission.
        var assessment = await db.Assessments.IgnoreQueryFilters().FirstOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw AssessmentRules.LinkUnknown();
        assessment.RequireWorkingLink(key, now);
        var supplier = await db.Suppliers.IgnoreQueryFilters().Where(s => s.Id == assessment.SupplierId).Select(s => s.LegalName).FirstAsync(cancellationToken);
        return (assessment, supplier);
    }

    /// <summary>The account the invited person has already; null where there is none.</summary>
    /// <exception cref="RuleBroken">It is the buyer's, or another supplier's.</exception>
    public static async Task<Account?> AccountOf(IAccounts accounts, Assessment assessment, string supplier, CancellationToken token)
    {
        var account = await accounts.FindByEmail(assessment.Invitee.Email, token);
        return account is null || account.SupplierId == assessment.SupplierId
            ? account
            : throw AssessmentRules.AddressBelongsElsewhere(assessment.Invitee.Email, supplier);
    }

    /// <summary>The journal's line of the newest mail: who sent it. Null where the system did.</summary>
    public static async Task<JournalEntry?> SenderOf(IAppDb db, AssessmentId assessment, CancellationToken token)
    {
        var subject = $"assessment/{assessment}";
        var line = await db.Journal.AsNoTracking()
            .Where(j => j.Subject == subject && (j.Event == nameof(SupplierInvited) || j.Event == nameof(InvitationRenewed)))
            .OrderByDescending(j => j.Sequence).FirstOrDefaultAsync(token);
        return line?.ActorId is null ? null : line;
    }
}
