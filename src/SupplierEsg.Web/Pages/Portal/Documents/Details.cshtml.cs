using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Documents;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Documents;

/// <summary>One document: what it is, how long it counts, and where it is used.</summary>
[Needs(Permission.UsePortal)]
public sealed class DetailsModel(DocumentValidity validity) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public EvidenceId Id { get; set; }

    /// <summary>The page to go back to, a place in the portal; the library where it isn't given.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty]
    public DescribeDocument.Command Command { get; set; } = new();

    public ListDocuments.Row Row { get; private set; } = null!;

    public DocumentValidity Validity => validity;

    public string Back => PortalPlace.Of(From, Url) ?? "/portal/documents";

    public async Task OnGetAsync()
    {
        await Load();
        Command = DescribeDocument.Command.Of(Row.Document);
    }

    public Task<IActionResult> OnPostAsync() => Send(Command with { Id = Id }, _ => Saved());

    protected override async Task Load() => Row = await Mediator.Send(new GetDocument.Query(Id), HttpContext.RequestAborted);

    private RedirectResult Saved()
    {
        TempData["Done"] = T["The description is saved."];
        return Redirect(Back);
    }
}
