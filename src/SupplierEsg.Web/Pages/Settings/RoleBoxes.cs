using SupplierEsg.Domain.Accounts;

namespace SupplierEsg.Web.Pages.Settings;

/// <summary>The roles the buyer's people can have, to be ticked.</summary>
public sealed record RoleBoxes(IReadOnlyCollection<Role> Chosen)
{
    public static readonly IReadOnlyList<(Role Role, string What)> All =
    [
        (Role.Officer, "Registers suppliers, writes questionnaires, and invites to assessments."),
        (Role.Reviewer, "Looks at answers and evidence, and reviews them."),
        (Role.Evaluator, "Sits on the panel of tenders and marks bids."),
        (Role.Manager, "Reads everything, and changes nothing."),
        (Role.Auditor, "Reads everything and the journal, and changes nothing."),
        (Role.Administrator, "Does all of this, and decides who may do what."),
    ];
}
