using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage.Daily;

namespace PolicyBot.Storage.Databases;

/// <summary>The tables; each database has a context of its own, so that each has migrations of its own.</summary>
internal abstract class StorageContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SubscriptionRow>(row =>
        {
            row.ToTable("subscriptions").HasKey(s => s.Channel);
            row.Property(s => s.Channel).HasColumnName("channel");
            row.Property(s => s.Community).HasColumnName("community");
            row.Property(s => s.Time).HasColumnName("time");
            row.Property(s => s.Zone).HasColumnName("zone");
            row.Property(s => s.Content).HasColumnName("content");
            row.Property(s => s.SetBy).HasColumnName("set_by");
            row.Property(s => s.NextDue).HasColumnName("next_due");
            row.Property(s => s.Paused).HasColumnName("paused");
            row.Property(s => s.SkipsNext).HasColumnName("skips_next");
            row.HasIndex(s => s.Community).HasDatabaseName("ix_subscriptions_community");
            row.HasIndex(s => new { s.NextDue, s.Channel }).HasDatabaseName("ix_subscriptions_next_due").HasFilter("paused IS NULL");
        });
        modelBuilder.Entity<LedgerRow>(row =>
        {
            row.ToTable("ledger").HasKey(l => new { l.Channel, l.Day });
            row.Property(l => l.Channel).HasColumnName("channel");
            row.Property(l => l.Day).HasColumnName("day");
            row.Property(l => l.State).HasColumnName("state");
            row.Property(l => l.Post).HasColumnName("post");
            row.Property(l => l.Message).HasColumnName("message");
            row.Property(l => l.Attempts).HasColumnName("attempts");
            row.Property(l => l.Owner).HasColumnName("owner");
            row.Property(l => l.LeaseUntil).HasColumnName("lease_until");
            row.Property(l => l.Note).HasColumnName("note");
            row.Property(l => l.At).HasColumnName("at");
        });
    }
}
