using Microsoft.EntityFrameworkCore;
using NodaTime;
using PolicyBot.Chat.Servers;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Servers;

/// <summary>The communities' store on a database.</summary>
internal sealed class ServerSettingsStore(DatabaseExecutor database) : IServerSettingsStore
{
    public Task<ServerSettings?> FindAsync(string community, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            var row = await context.Communities.AsNoTracking().SingleOrDefaultAsync(c => c.Id == community && c.IsPrivate != null, ct);
            return row is null ? null : Settings(row);
        },
        cancellationToken);

    public Task SaveAsync(string community, ServerSettings settings, CancellationToken cancellationToken)
    {
        var channels = string.Join(' ', settings.MentionChannels);
        return database.RunAsync(
            (context, ct) => context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO communities (id, article, is_private, answer_from, offer_from, mention_channels)
                VALUES ({community}, {settings.Article}, {settings.IsPrivate}, {settings.AnswerFrom}, {settings.OfferFrom}, {channels})
                ON CONFLICT (id) DO UPDATE SET article = excluded.article, is_private = excluded.is_private, answer_from = excluded.answer_from,
                    offer_from = excluded.offer_from, mention_channels = excluded.mention_channels
                """,
                ct),
            cancellationToken);
    }

    public Task DeleteAsync(string community, CancellationToken cancellationToken) => EraseAsync(community, leftBy: null, cancellationToken);

    public async Task<IReadOnlyList<string>> DeleteDepartedAsync(
        IReadOnlySet<string> present, Instant now, Duration retention, CancellationToken cancellationToken)
    {
        await NoteAbsentAsync(present, now.ToUnixTimeMilliseconds(), cancellationToken);
        var leftBy = (now - retention).ToUnixTimeMilliseconds();
        var old = await database.RunAsync(
            (context, ct) => context.Communities.Where(c => c.LeftAt <= leftBy).OrderBy(c => c.LeftAt).Select(c => c.Id).ToListAsync(ct),
            cancellationToken);
        List<string> erased = [];
        foreach (var community in old)
        {
            if (await EraseAsync(community, leftBy, cancellationToken)) erased.Add(community);
        }
        return erased;
    }

    private Task<int> NoteAbsentAsync(IReadOnlySet<string> present, long now, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            HashSet<string> kept = new(StringComparer.Ordinal);
            foreach (var query in ServerSettingsQueries.Kept(context)) kept.UnionWith(await query.ToListAsync(ct));
            var noted = await context.Communities.Where(c => c.LeftAt != null).Select(c => c.Id).ToListAsync(ct);
            var isBack = noted.Where(present.Contains).ToList();
            var isGone = kept.Except(present).Except(noted).ToList();
            if (isBack.Count + isGone.Count == 0) return 0;

            await using var transaction = await context.Database.BeginTransactionAsync(ct);
            await context.LockAllAsync(ct);
            var changed = await context.Communities.Where(c => isBack.Contains(c.Id) && c.IsPrivate == null).ExecuteDeleteAsync(ct)
                + await context.Communities.Where(c => isBack.Contains(c.Id)).ExecuteUpdateAsync(row => row.SetProperty(c => c.LeftAt, (long?)null), ct);
            foreach (var community in isGone)
            {
                changed += await context.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO communities (id, left_at) VALUES ({community}, {now})
                    ON CONFLICT (id) DO UPDATE SET left_at = excluded.left_at WHERE communities.left_at IS NULL
                    """,
                    ct);
            }
            await transaction.CommitAsync(ct);
            return changed;
        },
        cancellationToken);

    // Where a time is named, only if it was left by then: it may have come back, or another instance was faster.
    private Task<bool> EraseAsync(string community, long? leftBy, CancellationToken cancellationToken) => database.RunAsync(
        async (context, ct) =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(ct);
            await context.LockAllAsync(ct);
            if (leftBy is not null && !await context.Communities.AnyAsync(c => c.Id == community && c.LeftAt <= leftBy, ct)) return false;
            var channels = context.Subscriptions.Where(s => s.Community == community).Select(s => s.Channel);
            await context.Ledger.Where(l => l.Community == community).ExecuteDeleteAsync(ct);
            await context.Ledger.Where(l => channels.Contains(l.Channel)).ExecuteDeleteAsync(ct);
            await context.Subscriptions.Where(s => s.Community == community).ExecuteDeleteAsync(ct);
            await context.Usage.Where(u => u.Community == community).ExecuteDeleteAsync(ct);
            await context.Questions.Where(q => q.Community == community).ExecuteDeleteAsync(ct);
            await context.Communities.Where(c => c.Id == community).ExecuteDeleteAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        },
        cancellationToken);

    private static ServerSettings Settings(ServerSettingsRow row) => new()
    {
        Article = row.Article,
        IsPrivate = row.IsPrivate ?? false,
        AnswerFrom = row.AnswerFrom,
        OfferFrom = row.OfferFrom,
        MentionChannels = row.MentionChannels?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
    };
}
