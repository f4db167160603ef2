using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

[Needs(Permission.ViewTenders)]
public sealed class EvaluationModel(Show show) : TenderPage
{
    public EvaluationProgress Progress { get; private set; } = null!;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnGetWorkbook()
    {
        try
        {
            var file = await Mediator.Send(new ExportEvaluation.Query(Id, show.Zone), HttpContext.RequestAborted);
            return File(file.Content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.FileName);
        }
        catch (RulesBroken waits)
        {
            foreach (var refusal in waits.Refusals)
                Refuse(refusal, "");
            await Load();
            return NotYet();
        }
    }

    protected override async Task Load()
    {
        await base.Load();
        Progress = (await Mediator.Send(new EvaluateTender.Query(Id), HttpContext.RequestAborted)).Progress;
    }
}
