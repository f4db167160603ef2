using Microsoft.EntityFrameworkCore;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Journal;

namespace SupplierEsg.Application.Common;

/// <summary>
/// The database as the use cases see it. What is read through the sets is already limited to what the current user's
/// supplier owns, where the user is a supplier's (see ADR 0004).
/// </summary>
public interface IAppDb
{
    DbSet<JournalEntry> Journal { get; }

    DbSet<ApiKey> ApiKeys { get; }

    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);
}
