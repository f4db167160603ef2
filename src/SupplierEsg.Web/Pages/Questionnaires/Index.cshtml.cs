using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Questionnaires;

[Needs(Permission.ViewQuestionnaires)]
public sealed class IndexModel(IMediator mediator, Words words) : PageModel
{
    public Page<ListQuestionnaires.Row> List { get; private set; } = null!;

    public VersionState? State { get; private set; }

    public ListAddress Address => new(Request);

    public IReadOnlyList<Chip> Chips => State is { } state ? [new(words["Status: {0}", words.Of(state)], Address.With("state", null))] : [];

    public async Task OnGet(CancellationToken token, [FromQuery(Name = "page")] string? page = null, [FromQuery(Name = "state")] string? state = null)
    {
        State = Vocabulary.TryRead<VersionState>(state ?? "", out var wanted) ? wanted : null;
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 1;
        List = await mediator.Send(new ListQuestionnaires.Query(State, Page: number), token);
    }
}
