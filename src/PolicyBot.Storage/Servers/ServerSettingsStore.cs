using Microsoft.EntityFrameworkCore;
using NodaTime;
using PolicyBot.Chat.Servers;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Servers;

/// <summary>The store of servers' settings, which also deletes all data of a server.</summary>
internal sealed class ServerSettingsStore(DatabaseExecutor database) : IServerSettingsStore
{
    public Task<ServerSettings?> FindAsync(string server, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            var row = await context.Servers.AsNoTracking()
                .SingleOrDefaultAsync(s => s.Id == server && s.IsPrivate != null, ct);
            var revision = await context.CurationRevisions.Where(r => r.Server == server)
                .Select(r => r.Revision).SingleOrDefaultAsync(ct);
            if (row is null && revision == 0) return null;
            var settings = row is null ? new ServerSettings() : CreateSettings(row);
            return settings with { Curation = ServerRevision.Create(server, revision) };
        },
        cancellationToken);

    public Task SaveAsync(string server, ServerSettings settings, CancellationToken cancellationToken)
    {
        var channels = string.Join(' ', settings.MentionChannels);
        var articles = settings.MoreArticles.Count + settings.ChannelArticles.Count == 0
            ? null
            : new ArticleChoices(settings.MoreArticles, settings.ChannelArticles);
        return database.RunAsync(
            (context, ct) => context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO communities (id, article, is_private, answer_from, offer_from, mention_channels, articles)
                VALUES ({server}, {settings.Article}, {settings.IsPrivate}, {settings.AnswerFrom},
                    {settings.OfferFrom}, {channels}, {articles})
                ON CONFLICT (id) DO UPDATE SET
                    article = excluded.article, is_private = excluded.is_private,
                    answer_from = excluded.answer_from, offer_from = excluded.offer_from,
                    mention_channels = excluded.mention_channels, articles = excluded.articles
                """,
                ct),
            cancellationToken);
    }

    public Task DeleteAsync(string server, bool deletesCuration, CancellationToken cancellationToken) =>
        DeleteAsync(server, deletesCuration, leftBy: null, cancellationToken);

    public async Task<IReadOnlyList<string>> DeleteDepartedAsync(
        IReadOnlySet<string> present, Instant now, Duration retention, CancellationToken cancellationToken)
    {
        await UpdateDepartedAsync(present, now, cancellationToken);
        var leftBy = now - retention;
        var expired = await database.RunAsync(
            (context, ct) => context.Servers.Where(s => s.LeftAt <= leftBy)
                .OrderBy(s => s.LeftAt)
                .Select(s => s.Id)
                .ToListAsync(ct),
            cancellationToken);
        List<string> deleted = [];
        foreach (var server in expired)
        {
            if (await DeleteAsync(server, deletesCuration: true, leftBy, cancellationToken)) deleted.Add(server);
        }

        return deleted;
    }

    private Task<int> UpdateDepartedAsync(
        IReadOnlySet<string> present, Instant now, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            HashSet<string> known = new(StringComparer.Ordinal);
            foreach (var query in ServerSettingsQueries.WithData(context))
                known.UnionWith(await query.ToListAsync(ct));
            var departed = await context.Servers.Where(s => s.LeftAt != null).Select(s => s.Id).ToListAsync(ct);
            var returned = departed.Where(present.Contains).ToList();
            var left = known.Except(present).Except(departed).ToList();
            if (returned.Count + left.Count == 0) return 0;
            await using var transaction = await context.Database.BeginTransactionAsync(ct);
            await context.LockAllAsync(ct);
            var changed = await context.Servers
                .Where(s => returned.Contains(s.Id) && s.IsPrivate == null)
                .ExecuteDeleteAsync(ct);
            changed += await context.Servers
                .Where(s => returned.Contains(s.Id))
                .ExecuteUpdateAsync(row => row.SetProperty(s => s.LeftAt, (Instant?)null), ct);
            foreach (var server in left)
            {
                changed += await context.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO communities (id, left_at) VALUES ({server}, {now})
                    ON CONFLICT (id) DO UPDATE SET left_at = excluded.left_at WHERE communities.left_at IS NULL
                    """,
                    ct);
            }

            await transaction.CommitAsync(ct);
            return changed;
        },
        cancellationToken);

    // With a time, only if the bot left the server by then: it may have returned since, or another instance may have
    // deleted the data.
    private Task<bool> DeleteAsync(
        string server, bool deletesCuration, Instant? leftBy, CancellationToken cancellationToken) =>
        database.DeleteAsync(
            async (context, ct) =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(ct);
                await context.LockAllAsync(ct);
                if (leftBy is not null
                    && !await context.Servers.AnyAsync(s => s.Id == server && s.LeftAt <= leftBy, ct))
                    return false;
                var channels = context.Subscriptions.Where(s => s.Server == server).Select(s => s.Channel);
                await context.Ledger.Where(l => l.Server == server).ExecuteDeleteAsync(ct);
                await context.Ledger.Where(l => channels.Contains(l.Channel)).ExecuteDeleteAsync(ct);
                await context.Subscriptions.Where(s => s.Server == server).ExecuteDeleteAsync(ct);
                await context.Usage.Where(u => u.Server == server).ExecuteDeleteAsync(ct);
                await context.Questions.Where(q => q.Server == server).ExecuteDeleteAsync(ct);
                await context.VoteKeys.Where(k => k.Server == server).ExecuteDeleteAsync(ct);
                await context.Votes.Where(v => v.Server == server).ExecuteDeleteAsync(ct);
                await context.Servers.Where(s => s.Id == server).ExecuteDeleteAsync(ct);
                if (deletesCuration) await DeleteCurationAsync(context, server, ct);
                else await EraseNamesAsync(context, server, ct);
                await transaction.CommitAsync(ct);
                return true;
            },
            cancellationToken);

    private static async Task DeleteCurationAsync(
        StorageContext context, string server, CancellationToken cancellationToken)
    {
        await context.Curation.Where(c => c.Server == server).ExecuteDeleteAsync(cancellationToken);
        await context.CurationRevisions.Where(r => r.Server == server).ExecuteDeleteAsync(cancellationToken);
    }

    private static Task<int> EraseNamesAsync(
        StorageContext context, string server, CancellationToken cancellationToken) => context.Curation
        .Where(c => c.Server == server)
        .ExecuteUpdateAsync(
            row => row.SetProperty(c => c.Author, (string?)null).SetProperty(c => c.UndoneBy, (string?)null),
            cancellationToken);

    private static ServerSettings CreateSettings(ServerSettingsRow row) => new()
    {
        Article = row.Article,
        IsPrivate = row.IsPrivate ?? false,
        AnswerFrom = row.AnswerFrom,
        OfferFrom = row.OfferFrom,
        MoreArticles = row.Articles?.More ?? [],
        ChannelArticles = row.Articles?.Channels ?? new Dictionary<string, IReadOnlyList<string>>(),
        MentionChannels = row.MentionChannels?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
    };
}
