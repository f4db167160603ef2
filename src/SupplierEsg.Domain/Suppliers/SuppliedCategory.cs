namespace SupplierEsg.Domain.Suppliers;

/// <summary>One of a supplier's product categories.</summary>
/// <param name="Code">Of <see cref="ProductCategory"/>.</param>
public sealed record SuppliedCategory(string Code);
