using SupplierEsg.Domain.Suppliers;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Suppliers;

internal static class Registering
{
    /// <summary>Puts suppliers into the database as they are built.</summary>
    public static async Task<Supplier> Register(this House house, Supplier supplier)
    {
        await house.Register([supplier]);
        return supplier;
    }

    public static Task<int> Register(this House house, IEnumerable<Supplier> suppliers) =>
        house.InDb(db =>
        {
            db.Suppliers.AddRange(suppliers);
            return db.SaveChangesAsync();
        });
}
