using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Suppliers;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

internal static class SupplierEndpoints
{
    public static void MapSuppliers(this RouteGroupBuilder api)
    {
        var suppliers = api.MapGroup("/suppliers").WithTags("Suppliers");
        suppliers.MapGet("/", List).Needs(Permission.ViewSuppliers).WithName("listSuppliers").WithSummary("Lists, searches and filters suppliers, page by page.");
        suppliers.MapGet("/{id}", Get).Needs(Permission.ViewSuppliers).WithName("getSupplier").WithSummary("One supplier, with its ETag.");
        suppliers.MapPost("/", Register).Needs(Permission.ManageSuppliers).Idempotent().WithName("registerSupplier")
            .WithSummary("Registers a supplier. Suppliers with a similar name are told as warnings and stop nothing.")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesValidationProblem();
        suppliers.MapPut("/{id}", Edit).Needs(Permission.ManageSuppliers).RequiresIfMatch().WithName("editSupplier")
            .WithSummary("Replaces what is known of a supplier; what is left out is taken away.")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesValidationProblem();
        suppliers.MapPost("/{id}/status", ChangeStatus).Needs(Permission.ManageSuppliers).WithName("changeSupplierStatus")
            .WithSummary("Moves a supplier to another status, with the reason.").ProducesValidationProblem();
    }

    /// <param name="Code"><c>supplier.similar-name</c>.</param>
    public sealed record Warning(string Code, string Detail, SupplierId Supplier, string Link);

    public sealed record Saved(GetSupplier.Result Supplier, IReadOnlyList<Warning> Warnings);

    /// <param name="search">Words of names or parts of identifiers; all have to occur.</param>
    /// <param name="status">prospective, registered, qualified, suspended or blocked.</param>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="size">micro, small, medium or large.</param>
    /// <param name="category">A code of a product category.</param>
    /// <param name="sort">name, headCount or registered, with a minus sign before it for the reverse order.</param>
    private static async Task<Ok<Page<SupplierRow>>> List(
        IMediator mediator, CancellationToken token, string? search = null, string? status = null, string? country = null, string? size = null,
        string? category = null, string sort = "name", int page = 1, int pageSize = Paging.RowsPerPage)
    {
        if (!SupplierQueries.TrySort(sort, out var order))
            throw QueryChoice.Refuse(nameof(sort), SupplierQueries.Sorts);
        var filter = new SupplierFilter { Search = search, Status = QueryChoice.Read<SupplierStatus>(status, nameof(status)), Country = country?.ToUpperInvariant(), Size = QueryChoice.Read<SizeClass>(size, nameof(size)), Category = category, Sort = order };
        return TypedResults.Ok(await mediator.Send(new ListSuppliers.Query(filter) { Page = page, PageSize = pageSize }, token));
    }

    private static async Task<Ok<GetSupplier.Result>> Get(SupplierId id, IMediator mediator, HttpResponse response, CancellationToken token)
    {
        var supplier = await mediator.Send(new GetSupplier.Query(id), token);
        response.SetETag(supplier.Version);
        return TypedResults.Ok(supplier);
    }

    private static async Task<Created<Saved>> Register(RegisterSupplier.Command command, IMediator mediator, HttpResponse response, CancellationToken token)
    {
        var result = await mediator.Send(command with { ConfirmedSimilar = true }, token);
        var saved = await Read(result.Id!.Value, result.Similar, mediator, response, token);
        return TypedResults.Created($"/api/v1/suppliers/{saved.Supplier.Id}", saved);
    }

    private static async Task<Ok<Saved>> Edit(SupplierId id, EditSupplier.Command command, IMediator mediator, HttpContext http, CancellationToken token)
    {
        var result = await mediator.Send(command with { Id = id, Version = http.Request.ExpectedVersion(), ConfirmedSimilar = true }, token);
        return TypedResults.Ok(await Read(id, result.Similar, mediator, http.Response, token));
    }

    private static async Task<Ok<GetSupplier.Result>> ChangeStatus(SupplierId id, ChangeSupplierStatus.Command command, IMediator mediator, HttpContext http, CancellationToken token)
    {
        await mediator.Send(command with { Id = id, Version = http.Request.ExpectedVersion() }, token);
        return await Get(id, mediator, http.Response, token);
    }

    private static async Task<Saved> Read(SupplierId id, IReadOnlyList<FindSimilar.Similar> similar, IMediator mediator, HttpResponse response, CancellationToken token)
    {
        var supplier = await mediator.Send(new GetSupplier.Query(id), token);
        response.SetETag(supplier.Version);
        var warnings = similar.Select(other => new Warning("supplier.similar-name", $"The supplier {other.LegalName} ({other.CountryCode}) has a similar name. Check that it is another company.", other.Id, $"/suppliers/{other.Id}"));
        return new(supplier, [.. warnings]);
    }
}
