using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

[Needs(Permission.ViewTenders)]
public sealed class IndexModel(IMediator mediator, Words words, TimeProvider time) : PageModel
{
    public ListTenders.Query Asked { get; private set; } = new();

    public Page<ListTenders.Row> List { get; private set; } = null!;

    public ListAddress Address => new(Request);

    public DateTime Now => time.Now();

    public async Task OnGet(CancellationToken token)
    {
        var search = Request.Query["q"].ToString().Trim();
        Asked = new()
        {
            Search = search.Length == 0 ? null : search[..Math.Min(search.Length, 200)],
            State = Enum.GetValues<TenderState>().Cast<TenderState?>().FirstOrDefault(state => state.ToString()!.Equals(Request.Query["state"], StringComparison.OrdinalIgnoreCase)),
            Page = int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1,
        };
        List = await mediator.Send(Asked, token);
    }

    public IReadOnlyList<Chip> Chips()
    {
        var chips = new List<Chip>();
        if (Asked.Search is { } search)
            chips.Add(new(words["Search: {0}", search], Address.With("q", null)));
        if (Asked.State is { } state)
            chips.Add(new(words["State: {0}", state == TenderState.Published ? words["Published"] : words.Of(state, false)], Address.With("state", null)));
        return chips;
    }
}
