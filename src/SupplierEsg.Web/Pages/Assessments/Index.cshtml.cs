using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Assessments;

[Needs(Permission.ViewAssessments)]
public sealed class IndexModel(IMediator mediator, Words t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public ListAssessments.StateFilter? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Questionnaire { get; set; }

    [BindProperty(SupportsGet = true)]
    public ListAssessments.DueFilter? Due { get; set; }

    [BindProperty(SupportsGet = true)]
    public SupplierId? Supplier { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public Page<ListAssessments.Row> List { get; private set; } = null!;

    public IReadOnlyList<ListForms.Form> Forms { get; private set; } = [];

    public ListAddress Address => new(Request);

    public async Task OnGet([FromQuery(Name = "page")] int page = 1)
    {
        List = await mediator.Send(new ListAssessments.Query { Search = Q, State = State, Questionnaire = Questionnaire, Due = Due, Supplier = Supplier, Sort = Sort, Page = page });
        Forms = await mediator.Send(new ListForms.Query());
    }

    public IReadOnlyList<Chip> Chips()
    {
        var chips = new List<Chip>();
        if (!string.IsNullOrWhiteSpace(Q))
            chips.Add(new(t["Search: {0}", Q], Address.With("q", null)));
        if (State is { } state)
            chips.Add(new(t["State: {0}", t[state.Word()]], Address.With("state", null)));
        if (Forms.FirstOrDefault(f => f.FormId == Questionnaire) is { } form)
            chips.Add(new(t["Questionnaire: {0}", form.Title.In(Languages.Current)], Address.With("questionnaire", null)));
        if (Due is { } due)
            chips.Add(new(t["Due: {0}", t[due.Word()]], Address.With("due", null)));
        if (Supplier is not null)
            chips.Add(new(List.Rows.Count > 0 ? t["Supplier: {0}", List.Rows[0].Supplier] : t["One supplier only"], Address.With("supplier", null)));
        return chips;
    }
}
