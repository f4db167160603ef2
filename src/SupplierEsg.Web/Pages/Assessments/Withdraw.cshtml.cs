using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Assessments;

[Needs(Permission.ManageAssessments)]
public sealed class WithdrawModel : FormPage
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    [BindProperty]
    public WithdrawAssessment.Command Command { get; set; } = new(default, "");

    public ReadAssessment.Result Assessment { get; private set; } = null!;

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(Command with { Id = Id }, _ => Redirect($"/assessments/{Id}?done=withdrawn"));

    protected override async Task Load() => Assessment = await Mediator.Send(new ReadAssessment.Query(Id));
}
