using SupplierEsg.Application.Common;
using SupplierEsg.Domain.Accounts;

namespace SupplierEsg.Web.Support;

/// <summary>A place in the main navigation; the English label is the key of its translation.</summary>
public sealed record Place(string Label, string Path, Permission Needs);

public static class Navigation
{
    public static readonly IReadOnlyList<Place> Desk =
    [
        new("Today", "/", Permission.UseDesk),
        new("Suppliers", "/suppliers", Permission.ViewSuppliers),
        new("Questionnaires", "/questionnaires", Permission.ViewQuestionnaires),
        new("Assessments", "/assessments", Permission.ViewAssessments),
        new("Tenders", "/tenders", Permission.ViewTenders),
        new("Scorecards", "/scorecards", Permission.ViewScorecards),
        new("Journal", "/journal", Permission.ViewJournal),
        new("Settings", "/settings", Permission.ManageAccounts),
    ];

    public static readonly IReadOnlyList<Place> Portal =
    [
        new("Tasks", "/portal", Permission.UsePortal),
        new("Tenders", "/portal/tenders", Permission.UsePortal),
        new("Documents", "/portal/documents", Permission.UsePortal),
        new("Results", "/portal/results", Permission.UsePortal),
        new("Company", "/portal/company", Permission.UsePortal),
    ];

    public static IEnumerable<Place> For(ICurrentUser user) => Desk.Concat(Portal).Where(place => user.May(place.Needs));

    public static bool IsHere(this Place place, PathString path) =>
        place.Path is "/" or "/portal" ? path == place.Path || (place.Path == "/portal" && path.StartsWithSegments("/portal/assessments")) : path.StartsWithSegments(place.Path);
}
