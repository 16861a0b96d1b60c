using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage.Daily;

namespace PolicyBot.Storage.Databases;

/// <summary>The tables on PostgreSQL.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : StorageContext(options)
{
    // The server's language must not change the order of channels and days.
    private const string BinaryOrder = "C";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<SubscriptionRow>().Property(s => s.Channel).UseCollation(BinaryOrder);
        modelBuilder.Entity<LedgerRow>().Property(l => l.Channel).UseCollation(BinaryOrder);
        modelBuilder.Entity<LedgerRow>().Property(l => l.Day).UseCollation(BinaryOrder);
    }
}
