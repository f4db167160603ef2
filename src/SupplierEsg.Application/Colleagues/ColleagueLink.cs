using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Colleagues;

/// <summary>
/// The address in the mail to a colleague. It is derived whenever it is needed and stored nowhere; what it still lets
/// somebody do, the assessment decides.
/// </summary>
public static class ColleagueLink
{
    private const string Purpose = "colleague-invitation";

    // The seal only has to outlast the invitation's own limit.
    private static readonly TimeSpan Life = TimeSpan.FromDays(Colleague.LinkDays + 2);

    public static string Of(Colleague colleague, ILinkTokens tokens, ISite site) =>
        site.Address("/invitation/colleague/" + tokens.Make(Purpose, Life, colleague.Id.ToString(), colleague.InvitationKey.ToString()));

    /// <exception cref="RuleBroken">The link is invented, outdated, used or expired.</exception>
    internal static async Task<Opened> Open(IAppDb db, ILinkTokens tokens, string token, DateTime now, CancellationToken cancellationToken)
    {
        if (tokens.Read(Purpose, token) is not [var id, var key])
            throw ColleagueRules.LinkUnknown();
        var wanted = new ColleagueId(Guid.Parse(id));
        // Whoever holds the link is a stranger as yet, and strangers see no supplier's things: here the link itself is the permission.
        var colleague = await db.Colleagues.IgnoreQueryFilters().FirstOrDefaultAsync(c => c.Id == wanted, cancellationToken) ?? throw ColleagueRules.LinkOutdated();
        var assessment = await db.Assessments.IgnoreQueryFilters().SingleAsync(a => a.Id == colleague.AssessmentId, cancellationToken);
        assessment.RequireWorkingLink(colleague, Guid.Parse(key), now);
        var supplier = await db.Suppliers.IgnoreQueryFilters().Where(s => s.Id == assessment.SupplierId).Select(s => s.LegalName).FirstAsync(cancellationToken);
        return new(assessment, colleague, supplier, Guid.Parse(key));
    }

    internal sealed record Opened(Assessment Assessment, Colleague Colleague, string Supplier, Guid Key)
    {
        public void Accept(Guid account, DateTime now) => Assessment.Accept(Colleague, Key, account, now);

        /// <summary>The account the colleague has already; null where there is none.</summary>
        /// <exception cref="RuleBroken">It is the buyer's, or another supplier's.</exception>
        public async Task<Account?> Account(IAccounts accounts, CancellationToken cancellationToken)
        {
            var account = await accounts.FindByEmail(Colleague.Email, cancellationToken);
            return account is null || account.SupplierId == Assessment.SupplierId ? account : throw ColleagueRules.AddressBelongsElsewhere(Colleague.Email, Supplier);
        }
    }
}
