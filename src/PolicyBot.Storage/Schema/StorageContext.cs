using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PolicyBot.Chat.DailyPosts;

namespace PolicyBot.Storage.Schema;

/// <summary>The tables. Each database has its own context, because each has its own migrations.</summary>
internal abstract class StorageContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    public DbSet<ServerSettingsRow> Servers => Set<ServerSettingsRow>();

    public DbSet<UsageRow> Usage => Set<UsageRow>();

    public DbSet<QuestionRow> Questions => Set<QuestionRow>();

    public DbSet<VoteRow> Votes => Set<VoteRow>();

    public DbSet<VoteKeyRow> VoteKeys => Set<VoteKeyRow>();

    public DbSet<CurationRow> Curation => Set<CurationRow>();

    public DbSet<CurationRevisionRow> CurationRevisions => Set<CurationRevisionRow>();

    public DbSet<ConnectionTurnRow> ConnectionTurns => Set<ConnectionTurnRow>();

    public DbSet<ConnectionLimitRow> ConnectionLimits => Set<ConnectionLimitRow>();

    /// <summary>The SQL of the database's clock, in Unix milliseconds.</summary>
    public abstract string Clock { get; }

    /// <summary>Returns the subscription of a channel, and locks it until the transaction ends.</summary>
    public abstract IQueryable<Subscription> ForUpdate(string channel);

    /// <summary>Keeps other instances from writing to any table until the transaction ends.</summary>
    public abstract Task LockAllAsync(CancellationToken cancellationToken);

    /// <summary>Keeps other instances from writing counts and questions until the transaction ends.</summary>
    public abstract Task LockUsageAsync(CancellationToken cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ValueConverters.AddTo(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Subscription>(row =>
        {
            row.ToTable("subscriptions").HasKey(s => s.Channel);
            row.HasIndex(s => s.Server).HasDatabaseName("ix_subscriptions_community");
            row.HasIndex(s => new { s.NextDue, s.Channel })
                .HasDatabaseName("ix_subscriptions_next_due")
                .HasFilter("paused IS NULL");
        });
        modelBuilder.Entity<LedgerRow>(row =>
        {
            row.ToTable("ledger").HasKey(l => new { l.Channel, l.Day });
            row.HasIndex(l => new { l.Channel, l.LeaseUntil })
                .HasDatabaseName("ix_ledger_claimed")
                .HasFilter("state = 'claimed'");
            row.HasIndex(l => l.Server).HasDatabaseName("ix_ledger_community");
        });
        modelBuilder.Entity<ServerSettingsRow>(row =>
        {
            row.ToTable("communities").HasKey(s => s.Id);
            row.HasIndex(s => s.LeftAt).HasDatabaseName("ix_communities_left_at").HasFilter("left_at IS NOT NULL");
        });
        modelBuilder.Entity<UsageRow>(row =>
        {
            row.ToTable("usage").HasKey(u => new { u.Server, u.At, u.Article, u.Entry, u.Kind });
            row.HasIndex(u => u.At).HasDatabaseName("ix_usage_at");
            row.HasIndex(u => u.At, "ix_usage_unfolded").HasFilter("at % 86400000 <> 0");
        });
        modelBuilder.Entity<QuestionRow>(row =>
        {
            row.ToTable("questions").HasKey(q => new { q.Server, q.Article, q.Text });
            row.HasIndex(q => new { q.Server, q.Count, q.LastAt })
                .HasDatabaseName("ix_questions_open")
                .HasFilter("NOT dismissed");
            row.HasIndex(q => q.LastAt).HasDatabaseName("ix_questions_last_at");
        });
        modelBuilder.Entity<VoteRow>(row =>
        {
            row.ToTable("votes").HasKey(v => new { v.Server, v.Hash });
            row.HasIndex(v => v.At).HasDatabaseName("ix_votes_at");
        });
        modelBuilder.Entity<VoteKeyRow>().ToTable("vote_keys").HasKey(k => k.Server);
        modelBuilder.Entity<CurationRow>().ToTable("curation").HasKey(c => new { c.Server, c.Number });
        modelBuilder.Entity<CurationRevisionRow>().ToTable("curation_revisions").HasKey(r => r.Server);
        modelBuilder.Entity<ConnectionTurnRow>(row =>
        {
            row.ToTable("connection_turns").HasKey(t => t.Queue);
            row.Property(t => t.Queue).ValueGeneratedNever();
        });
        modelBuilder.Entity<ConnectionLimitRow>(row =>
        {
            row.ToTable("connection_limits").HasKey(l => l.Id);
            row.Property(l => l.Id).ValueGeneratedNever();
        });

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
            property.SetColumnName(FormatColumn(property.Name));
    }

    // Existing databases depend on these names. Servers were once called communities.
    private static string FormatColumn(string property) => property switch
    {
        nameof(Subscription.Server) => "community",
        nameof(Subscription.TimeZone) => "zone",
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(property),
    };
}
