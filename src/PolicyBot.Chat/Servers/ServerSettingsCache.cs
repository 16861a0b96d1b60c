using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Servers;

/// <summary>
/// The settings of servers, in memory. Questions that come before the first reading of a server wait for it; no other
/// waits for the store. If the
/// store can't be reached, what was read last holds; a server that was never read has no settings then, and nobody
/// guesses them. Safe for many
/// threads.
/// </summary>
/// <param name="store">Where they are kept.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
public sealed class ServerSettingsCache(IServerSettingsStore store, TimeProvider time, ILogger<ServerSettingsCache> logger)
{
    private const int MaxCommunities = 10_000;

    // What another instance changes is seen here after as long.
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    // How soon the store is asked again about a server that it couldn't be read for.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    // How long questions wait for one reading, from its beginning.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // How long a question waits that comes when the others have waited so long.
    private static readonly TimeSpan LatePatience = TimeSpan.FromSeconds(1);

    private static readonly ServerSettings Default = new();

    private readonly LruCache<string, CachedServerSettings> _all = new(MaxCommunities);

    /// <summary>Finds the settings of a server, or the bot's own for none.</summary>
    /// <param name="community">The server, or null.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>Null if they were never read and the store can't be reached, or doesn't answer.</returns>
    public ValueTask<ServerSettings?> FindAsync(string? community, CancellationToken cancellationToken)
    {
        if (community is null) return ValueTask.FromResult<ServerSettings?>(Default);
        var known = _all.GetOrAdd(community, _ => new CachedServerSettings());
        var reading =
            known.Refresh(time, known.Settings is null ? RetryAfter : Freshness, () => ReadAsync(community, known));
        return known.Settings is { } settings
            ? ValueTask.FromResult<ServerSettings?>(settings)
            : new ValueTask<ServerSettings?>(FirstAsync(known, reading, cancellationToken));
    }

    /// <summary>Keeps the settings of a community.</summary>
    /// <exception cref="StoreUnavailableException">The store is out of reach; the former ones hold.</exception>
    public async Task SaveAsync(string community, ServerSettings settings, CancellationToken cancellationToken)
    {
        await store.SaveAsync(community, settings, cancellationToken);
        _all.Put(community, new CachedServerSettings(settings));
    }

    /// <summary>What a community has settled, from the store itself.</summary>
    /// <exception cref="StoreUnavailableException">The store is out of reach.</exception>
    public async Task<ServerSettings> ReadAsync(string community, CancellationToken cancellationToken) =>
        await store.FindAsync(community, cancellationToken) ?? Default;

    /// <summary>Forgets what is known of a community here.</summary>
    public void Forget(string community) => _all.Put(community, new CachedServerSettings());

    private async Task<ServerSettings?> FirstAsync(CachedServerSettings known, Task reading, CancellationToken cancellationToken)
    {
        try
        {
            var left = Patience - known.GetTimeReading(time);
            await reading.WaitAsync(left > LatePatience ? left : LatePatience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The store takes too long; its answer is there for a later question.
        }

        return known.Settings ?? (known.HasNone ? Default : null);
    }

    private async Task ReadAsync(string community, CachedServerSettings known)
    {
        known.HasNone = false;
        try
        {
            known.Settings = await ReadAsync(community, CancellationToken.None);
        }
        catch (StoreUnavailableException e)
        {
            known.HasNone = e.IsNothingStored;
            ServerSettingsLog.NotRead(logger, community, e.Message);
        }
        catch (Exception e)
        {
            // The boundary of a reading that nobody may wait for.
            ServerSettingsLog.ReadingFailed(logger, community, e);
        }
    }
}
