using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Assessments;

[Needs(Permission.ManageAssessments)]
public sealed class DueDateModel(TimeProvider time) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    [BindProperty]
    public ChangeDueDate.Command Command { get; set; } = new(default, null);

    public ReadAssessment.Result Assessment { get; private set; } = null!;

    public DateOnly Earliest => time.Today().AddDays(1);

    public async Task OnGet()
    {
        await Load();
        Command = new(Id, Assessment.Assessment.DueOn);
    }

    public Task<IActionResult> OnPost() => Send(Command with { Id = Id }, _ => Redirect($"/assessments/{Id}?done=due"));

    protected override async Task Load() => Assessment = await Mediator.Send(new ReadAssessment.Query(Id));
}
