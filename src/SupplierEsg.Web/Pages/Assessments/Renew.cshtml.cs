using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Assessments;

[Needs(Permission.ManageAssessments)]
public sealed class RenewModel : FormPage
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    [BindProperty]
    public RenewInvitation.Command Command { get; set; } = new(default);

    public ReadAssessment.Result Assessment { get; private set; } = null!;

    public async Task OnGet()
    {
        await Load();
        var invitee = Assessment.Assessment.Invitee;
        Command = new(Id, invitee.Name, invitee.Email, invitee.Language);
    }

    public Task<IActionResult> OnPost() => Send(Command with { Id = Id }, _ => Redirect($"/assessments/{Id}?done=renewed"));

    protected override async Task Load() => Assessment = await Mediator.Send(new ReadAssessment.Query(Id));
}
