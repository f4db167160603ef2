namespace SupplierEsg.Application.Common;

/// <summary>The company whose program this is: setting <c>Buyer:Name</c>, null where it isn't given. Suppliers read it in mails and on their invitation.</summary>
public sealed record Buyer(string? Name);
