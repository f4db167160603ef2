using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Questionnaires;

/// <summary>One version: its themes and weights, its gates, every question, and how it is scored.</summary>
[Needs(Permission.ViewQuestionnaires)]
public sealed class DetailModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public QuestionnaireVersionId Id { get; set; }

    public QuestionnaireVersion Version { get; private set; } = null!;

    public QuestionnaireDefinition Definition { get; private set; } = null!;

    public ScoringRules Rules { get; private set; } = null!;

    public IEnumerable<Question> Gates => Definition.Themes.SelectMany(t => t.Questions).Where(q => q.Gate is not null);

    public int Scored => Definition.Themes.Sum(t => t.Questions.Count(q => q.IsScored));

    public async Task OnGet(CancellationToken token)
    {
        (Version, Definition) = await mediator.Send(new GetQuestionnaire.Query(Id), token);
        Rules = new(Definition.Settings);
    }

    public async Task<IActionResult> OnGetWorkbook(CancellationToken token)
    {
        var file = await mediator.Send(new ExportQuestionnaire.Query(Id), token);
        return File(file.Content, WorkbookFile.MediaType, file.Name);
    }

    /// <summary>Of what the scored themes weigh together; null for a theme in which nothing is scored.</summary>
    public decimal? ShareOf(Theme theme)
    {
        var all = Definition.Themes.Where(t => t.Questions.Any(q => q.IsScored)).Aggregate(Rational.Zero, (sum, t) => sum + (t.Weight ?? 1));
        return theme.Questions.Any(q => q.IsScored) && all.Sign > 0
            ? decimal.Parse(((theme.Weight ?? 1) / all).ToText(), CultureInfo.InvariantCulture)
            : null;
    }
}
