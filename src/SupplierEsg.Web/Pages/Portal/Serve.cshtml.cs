using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>What exactly would be passed on to whom, then the consent to let earlier answers serve this invitation too.</summary>
[Needs(Permission.UsePortal)]
public sealed class ServeModel(ICurrentUser me) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    [BindProperty]
    public AssessmentId Source { get; set; }

    [BindProperty]
    public bool Consent { get; set; }

    [BindProperty]
    public string? ConsentBy { get; set; }

    public OfferServing.Result Offer { get; private set; } = null!;

    /// <summary>Answers given for this invitation, which would give way.</summary>
    public int Given { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        try
        {
            await Load();
        }
        catch (RuleBroken)
        {
            // Nothing can serve it any more, or it is over: its own page says how it stands.
            return Redirect(ThemeAddress.Of(Id));
        }
        ConsentBy = me.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        try
        {
            return await Send(new ServeInvitation.Command(Id, Source, Consent, ConsentBy), _ => Redirect($"{ThemeAddress.Of(Id)}/receipt"), prefix: "");
        }
        catch (RuleBroken)
        {
            return Redirect(ThemeAddress.Of(Id));
        }
    }

    protected override async Task Load()
    {
        Offer = await Mediator.Send(new OfferServing.Query(Id), HttpContext.RequestAborted);
        var sheet = await Mediator.Send(new GetSheet.Query(Id), HttpContext.RequestAborted);
        Given = sheet.Answers.Values.Count(answer => answer.CarryOver == CarryOver.None && (answer.Value is not null || answer.NotApplicable));
    }
}
