using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>All answers and what is missing, then the declaration. Once submitted, the answers to read.</summary>
[Needs(Permission.UsePortal)]
public sealed class CheckModel(ICurrentUser me) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    [BindProperty]
    public bool Declared { get; set; }

    [BindProperty]
    public string? DeclaredBy { get; set; }

    public Sheet Sheet { get; private set; } = null!;

    /// <summary>The bid that it is part of; null where it is none's, or was submitted.</summary>
    public FindBidOfAssessment.Result? Bid { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        DeclaredBy = me.Name;
        return Sheet.Head.State == AssessmentState.Withdrawn ? Redirect(ThemeAddress.Of(Id)) : Page();
    }

    public Task<IActionResult> OnPostAsync() =>
        Send(new SubmitAssessment.Command(Id, Declared, DeclaredBy), _ => Redirect($"{ThemeAddress.Of(Id)}/receipt"), prefix: "");

    protected override async Task Load()
    {
        Sheet = await Mediator.Send(new GetSheet.Query(Id), HttpContext.RequestAborted);
        Bid = Sheet.Head.State.IsOpen() ? await Mediator.Send(new FindBidOfAssessment.Query(Id), HttpContext.RequestAborted) : null;
    }
}
