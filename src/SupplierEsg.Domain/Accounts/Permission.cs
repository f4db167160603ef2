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
        Permission.ViewAssessments, Permission.ViewScorecards,
    ];

    private static readonly Permission[] Procuring =
    [
        .. Reading, Permission.ManageSuppliers, Permission.ManageQuestionnaires, Permission.ManageAssessments, Permission.PreviewScores,
    ];

    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.Administrator] = [.. Procuring, Permission.ReviewAssessments, Permission.ViewJournal, Permission.ManageAccounts],
        [Role.Officer] = [.. Procuring],
        [Role.Reviewer] = [.. Reading, Permission.ReviewAssessments, Permission.PreviewScores],
        [Role.Manager] = [.. Reading],
        [Role.Auditor] = [.. Reading, Permission.ViewJournal],
        [Role.Supplier] = [Permission.UseAccount, Permission.UsePortal],
    };

    public static bool Allow(IEnumerable<Role> roles, Permission permission) => roles.Any(role => Table[role].Contains(permission));
}
