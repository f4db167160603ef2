namespace SupplierEsg.Domain.Accounts;

/// <summary>What may be done. Every page and endpoint names exactly one.</summary>
public enum Permission
{
    /// <summary>For anyone signed in: own account, language, the way out.</summary>
    UseAccount,

    /// <summary>The Desk's start page.</summary>
    UseDesk,
    ViewSuppliers,
    ManageSuppliers,
    ViewQuestionnaires,
    ManageQuestionnaires,
    ViewAssessments,
    ManageAssessments,
    ReviewAssessments,
    ViewScorecards,
    PreviewScores,
    ViewTenders,
    ManageTenders,

    /// <summary>One of the two people who open bids.</summary>
    OpenBids,

    /// <summary>Sit on a tender's panel and mark bids.</summary>
    EvaluateBids,

    /// <summary>The second person, who approves an award.</summary>
    ApproveAwards,
    ViewJournal,
    ManageAccounts,

    /// <summary>A supplier's people: see and answer their own supplier's assessments, and read its results.</summary>
    UsePortal,
}

/// <summary>Which role may do what: the only place where this is written.</summary>
public static class Permissions
{
    private static readonly Permission[] Reading =
    [
        Permission.UseAccount, Permission.UseDesk, Permission.ViewSuppliers, Permission.ViewQuestionnaires,
        Permission.ViewAssessments, Permission.ViewScorecards, Permission.ViewTenders,
    ];

    private static readonly Permission[] Procuring =
    [
        .. Reading, Permission.ManageSuppliers, Permission.ManageQuestionnaires, Permission.ManageAssessments, Permission.PreviewScores,
        Permission.ManageTenders, Permission.OpenBids, Permission.EvaluateBids,
    ];

    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.Administrator] = [.. Procuring, Permission.ReviewAssessments, Permission.ApproveAwards, Permission.ViewJournal, Permission.ManageAccounts],
        [Role.Officer] = [.. Procuring],
        [Role.Reviewer] = [.. Reading, Permission.ReviewAssessments, Permission.PreviewScores, Permission.EvaluateBids],
        [Role.Evaluator] = [Permission.UseAccount, Permission.UseDesk, Permission.ViewTenders, Permission.EvaluateBids],
        [Role.Manager] = [.. Reading, Permission.ApproveAwards],
        [Role.Auditor] = [.. Reading, Permission.ViewJournal],
        [Role.Supplier] = [Permission.UseAccount, Permission.UsePortal],
    };

    public static bool Allow(IEnumerable<Role> roles, Permission permission) => roles.Any(role => Table[role].Contains(permission));
}
