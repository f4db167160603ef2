using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SupplierEsg.Application.Documents;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Documents;

/// <summary>The supplier's library: what it has to prove things with, and where each piece is used.</summary>
[Needs(Permission.UsePortal), LimitUpload, EnableRateLimiting(UploadRate.Policy)]
public sealed class IndexModel(EvidenceLimits limits, DocumentValidity validity) : FormPage
{
    public const string Files = "files";
    private const int LongestSearch = 200;

    public EvidenceLimits Limits => limits;

    public DocumentValidity Validity => validity;

    public ListDocuments.Query Query { get; private set; } = new();

    public ListDocuments.Result Library { get; private set; } = null!;

    public ListAddress Address => new(Request);

    /// <summary>How many files of the upload before were taken, where others were refused.</summary>
    public int Taken { get; private set; }

    public Task OnGetAsync() => Load();

    /// <summary>Takes the files one by one; what is refused costs the others nothing.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
        var taken = new List<AddDocument.Result>();
        foreach (var file in form.Files.Where(file => file.Name == Files && file.FileName.Length > 0))
        {
            try
            {
                await using var content = file.OpenReadStream();
                taken.Add(await Mediator.Send(new AddDocument.Command(file.FileName, content), HttpContext.RequestAborted));
            }
            catch (RuleBroken refusal)
            {
                ModelState.AddModelError(Files, T.Of(refusal));
            }
        }
        if (taken.Count == 0 && ModelState.IsValid)
            ModelState.AddModelError(Files, T["Choose at least one file."]);
        if (ModelState.IsValid)
            return Done(taken);
        Taken = taken.Count;
        await Load();
        return NotYet();
    }

    public IReadOnlyList<Chip> Chips()
    {
        var chips = new List<Chip>();
        if (Query.Search is { } search)
            chips.Add(new(T["Search: {0}", search], Address.With("q", null)));
        if (Query.Kind is { } kind)
            chips.Add(new(T["Kind: {0}", T.Of(kind)], Address.With("kind", null)));
        if (Query.State is { } state)
            chips.Add(new(T["State: {0}", T.Of(state, validity)], Address.With("state", null)));
        if (Query.Unused)
            chips.Add(new(T["Beside no answer"], Address.With("unused", null)));
        return chips;
    }

    protected override async Task Load()
    {
        Query = Asked();
        Library = await Mediator.Send(Query, HttpContext.RequestAborted);
    }

    private RedirectResult Done(List<AddDocument.Result> taken)
    {
        TempData["Done"] = taken is [{ WasThere: true }] ? T["This file was in your library already."]
            : taken is [_] ? T["The document is in your library. Say what it is, and until when it holds."]
            : T["Documents in your library now that you have just sent: {0}. Say of each what it is, and until when it holds.", taken.Count];
        return Redirect(taken is [var one] ? $"/portal/documents/{one.Id}" : "/portal/documents");
    }

    private ListDocuments.Query Asked()
    {
        var search = Request.Query["q"].ToString().Trim();
        return new()
        {
            Search = search.Length == 0 ? null : search[..Math.Min(search.Length, LongestSearch)],
            Kind = Named<DocumentKind>(Request.Query["kind"]),
            State = Named<DocumentState>(Request.Query["state"]),
            Unused = Request.Query["unused"] == "true",
            Page = int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1,
        };
    }

    // Names only: Enum.TryParse would take figures and lists too.
    private static T? Named<T>(string? name)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => value.ToString()!.Equals(name, StringComparison.OrdinalIgnoreCase));
}
