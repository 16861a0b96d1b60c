using Microsoft.EntityFrameworkCore;

namespace PolicyBot.Storage.Schema;

/// <summary>The tables on PostgreSQL.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : StorageContext(options)
{
    // The server's language must not change the order of channels and days.
    private const string BinaryOrder = "C";

    public override IQueryable<SubscriptionRow> ForUpdate(string channel) =>
        Subscriptions.FromSql($"SELECT * FROM subscriptions WHERE channel = {channel} FOR UPDATE").AsNoTracking();

    // In the order in which every other transaction comes to them, so that none waits for one that waits for it. Readers go on.
    public override Task LockAllAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"LOCK TABLE ledger, subscriptions, usage, questions, communities IN EXCLUSIVE MODE", cancellationToken);

    public override Task LockUsageAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"LOCK TABLE usage, questions IN EXCLUSIVE MODE", cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<SubscriptionRow>().Property(s => s.Channel).UseCollation(BinaryOrder);
        modelBuilder.Entity<LedgerRow>().Property(l => l.Channel).UseCollation(BinaryOrder);
        modelBuilder.Entity<LedgerRow>().Property(l => l.Day).UseCollation(BinaryOrder);
        modelBuilder.Entity<LedgerRow>().Property(l => l.Community).UseCollation(BinaryOrder);
        modelBuilder.Entity<ServerSettingsRow>().Property(c => c.Id).UseCollation(BinaryOrder);
        modelBuilder.Entity<UsageRow>(row =>
        {
            row.Property(u => u.Community).UseCollation(BinaryOrder);
            row.Property(u => u.Article).UseCollation(BinaryOrder);
            row.Property(u => u.Entry).UseCollation(BinaryOrder);
            row.Property(u => u.Kind).UseCollation(BinaryOrder);
        });
        modelBuilder.Entity<QuestionRow>(row =>
        {
            row.Property(q => q.Community).UseCollation(BinaryOrder);
            row.Property(q => q.Article).UseCollation(BinaryOrder);
            row.Property(q => q.Text).UseCollation(BinaryOrder);
        });
    }
}
