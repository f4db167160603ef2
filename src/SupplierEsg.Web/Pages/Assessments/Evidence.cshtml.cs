using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Assessments;

/// <summary>Hands the buyer's people a document that was put forward in an assessment.</summary>
[Needs(Permission.ViewAssessments)]
public sealed class EvidenceModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(AssessmentId id, EvidenceId document) =>
        Download.Of(await mediator.Send(new OpenEvidence.Query(document, id), HttpContext.RequestAborted), Response, Headers.IsToBeShown(Request));
}
