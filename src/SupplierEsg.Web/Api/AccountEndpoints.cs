using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

internal static class AccountEndpoints
{
    public static void MapAccounts(this RouteGroupBuilder api)
    {
        api.MapGet("/account", async (IMediator mediator, ICurrentUser me, CancellationToken token) => await mediator.Send(new ViewPerson.Query(me.Id!.Value), token))
            .WithSummary("The account of the API key").WithTags("Accounts").Needs(Permission.UseAccount);

        var people = api.MapGroup("/people").WithTags("Accounts");
        people.MapGet("", (IMediator mediator, CancellationToken token, string? search = null, bool suppliers = false, int page = 1) =>
                mediator.Send(new ListPeople.Query(suppliers, search, page), token))
            .WithSummary("Accounts, by name").Needs(Permission.ManageAccounts);
        people.MapGet("/{id:guid}", (Guid id, IMediator mediator, CancellationToken token) => mediator.Send(new ViewPerson.Query(id), token))
            .WithSummary("One account").ProducesProblem(StatusCodes.Status404NotFound).Needs(Permission.ManageAccounts);
        people.MapPost("", Add)
            .WithSummary("Add a person of the buyer's, who is sent a link to choose a password")
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict).Idempotent().Needs(Permission.ManageAccounts);
    }

    private static async Task<Created<Account>> Add(AddPerson.Command command, IMediator mediator, CancellationToken token)
    {
        var id = await mediator.Send(command, token);
        return TypedResults.Created($"/api/v1/people/{id}", await mediator.Send(new ViewPerson.Query(id), token));
    }
}
