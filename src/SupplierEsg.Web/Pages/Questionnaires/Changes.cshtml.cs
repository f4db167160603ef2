using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires.Comparing;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Questionnaires;

/// <summary>A version beside an earlier one: what came, went and changed, and which answers still fit.</summary>
[Needs(Permission.ViewQuestionnaires)]
public sealed class ChangesModel(IMediator mediator, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public QuestionnaireVersionId Id { get; set; }

    public CompareVersions.Result Found { get; private set; } = null!;

    public async Task OnGet(CancellationToken token, [FromQuery(Name = "with")] string? with = null) =>
        Found = await mediator.Send(new CompareVersions.Query(Id, QuestionnaireVersionId.TryParse(with, null, out var other) ? other : null), token);

    /// <summary>How much changed, each with the number of questions it happened to; what didn't happen is left out.</summary>
    public IEnumerable<string> Counts()
    {
        var changes = Found.Changes!;
        (string Text, int Count)[] counts =
        [
            (words["Added: {0}", changes.Added], changes.Added),
            (words["Removed: {0}", changes.Removed], changes.Removed),
            (words["Moved: {0}", changes.Moved], changes.Moved),
            (words["Reworded: {0}", changes.Reworded], changes.Reworded),
            (words["Scored otherwise: {0}", changes.Rescored], changes.Rescored),
            (words["Themes and groups: {0}", changes.Parts.Count], changes.Parts.Count),
            (words["Settings: {0}", changes.Settings.Count], changes.Settings.Count),
        ];
        return counts.Where(count => count.Count > 0).Select(count => count.Text);
    }

    public string ThemeLabel(string code) =>
        Found.Definition.Themes.Concat(Found.Old!.Themes).FirstOrDefault(theme => theme.Code == code)?.Label.In(Languages.Current) is { Length: > 0 } label ? label : code;

    public string QuestionLabel(string name) =>
        Found.Definition.Themes.SelectMany(theme => theme.Questions).FirstOrDefault(question => question.Name == name)?.Label.In(Languages.Current) is { Length: > 0 } label ? label : name;

    public static string TagOf(HowChanged how) => how switch
    {
        HowChanged.Added => "tag good",
        HowChanged.Removed => "tag bad",
        _ => "tag info",
    };
}
