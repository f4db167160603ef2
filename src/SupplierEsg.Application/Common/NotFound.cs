namespace SupplierEsg.Application.Common;

/// <summary>There is no such thing, or none that this user may know of; the two look the same from outside.</summary>
public sealed class NotFound(string what) : Exception($"There is no {what} here, or you may not see it.");

public static class Finding
{
    public static async Task<T> OrNotFound<T>(this Task<T?> found, string what)
        where T : class => await found ?? throw new NotFound(what);
}
