using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Remembering;
using PolicyBot.Chat.Storing;

namespace PolicyBot.Chat.Communities;

/// <summary>
/// The settings of communities, in memory: no question waits for the store but those that come before a community was read for the first time, and
/// they not for long. Where the store is out of reach, what was known last holds, or else the bot's own settings. Safe for many threads.
/// </summary>
/// <param name="store">Where they are kept.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
public sealed class CommunityCache(ICommunityStore store, TimeProvider time, ILogger<CommunityCache> logger)
{
    private const int MaxCommunities = 10_000;

    // What another instance changes is seen here after as long.
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    // How long a question waits for the store.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private static readonly CommunitySettings Default = new();

    private readonly RecentlyUsed<string, KnownSettings> all = new(MaxCommunities);

    /// <summary>The settings of a community, or of none.</summary>
    public ValueTask<CommunitySettings> OfAsync(string? community)
    {
        if (community is null) return ValueTask.FromResult(Default);
        var known = all.GetOrAdd(community, _ => new KnownSettings());
        var reading = known.Refresh(time, Freshness, () => ReadAsync(community, known));
        return known.Settings is { } settings ? ValueTask.FromResult(settings) : new ValueTask<CommunitySettings>(FirstAsync(known, reading));
    }

    /// <summary>Keeps the settings of a community.</summary>
    /// <exception cref="StoreUnavailableException">The store is out of reach; the former ones hold.</exception>
    public async Task PutAsync(string community, CommunitySettings settings, CancellationToken cancellationToken)
    {
        await store.PutAsync(community, settings, cancellationToken).ConfigureAwait(false);
        all.Put(community, new KnownSettings(settings));
    }

    /// <summary>What a community has settled, from the store itself.</summary>
    /// <exception cref="StoreUnavailableException">The store is out of reach.</exception>
    public async Task<CommunitySettings> ReadAsync(string community, CancellationToken cancellationToken) =>
        await store.FindAsync(community, cancellationToken).ConfigureAwait(false) ?? Default;

    /// <summary>Forgets what is known of a community here.</summary>
    public void Forget(string community) => all.Put(community, new KnownSettings());

    private async Task<CommunitySettings> FirstAsync(KnownSettings known, Task reading)
    {
        try
        {
            await reading.WaitAsync(Patience, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The store takes too long; its answer is there for a later question.
        }

        return known.Settings ?? Default;
    }

    private async Task ReadAsync(string community, KnownSettings known)
    {
        try
        {
            known.Settings = await ReadAsync(community, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreUnavailableException e)
        {
            CommunitiesLog.NotRead(logger, community, e.Message);
        }
        catch (Exception e)
        {
            // The boundary of a reading that nobody may wait for.
            CommunitiesLog.ReadingFailed(logger, community, e);
        }
    }
}
