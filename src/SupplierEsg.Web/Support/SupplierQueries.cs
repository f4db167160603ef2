using SupplierEsg.Application.Suppliers;

namespace SupplierEsg.Web.Support;

/// <summary>How the supplier list's order is written in addresses, of pages and of the API alike.</summary>
internal static class SupplierQueries
{
    private static readonly Dictionary<string, SupplierSort> Written = new(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = SupplierSort.Name,
        ["-name"] = SupplierSort.NameDescending,
        ["headCount"] = SupplierSort.HeadCount,
        ["-headCount"] = SupplierSort.HeadCountDescending,
        ["registered"] = SupplierSort.Registered,
        ["-registered"] = SupplierSort.RegisteredDescending,
    };

    public static IEnumerable<string> Sorts => Written.Keys;

    public static bool TrySort(string? written, out SupplierSort sort) => Written.TryGetValue(written ?? "", out sort);
}
