using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Servers;

/// <summary>
/// Keeps the settings of servers in memory. Questions wait only for the first reading of their server's settings. If
/// the store can't be reached, the settings that were read last still apply; a server whose settings were never read
/// has none then, and the bot doesn't guess them. Thread-safe.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
/// <param name="directMessages">How direct messages are answered; null for the defaults.</param>
public sealed partial class ServerSettingsCache(
    IServerSettingsStore store,
    TimeProvider time,
    ILogger<ServerSettingsCache> logger,
    DirectMessageOptions? directMessages = null)
{
    private const int MaxServers = 10_000;

    // Another instance's change is noticed after this time.
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    // How soon the settings of a server are read again after a failure.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    // How long questions wait for a reading, counted from its beginning.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    // How long a question waits if the reading has already taken longer than that.
    private static readonly TimeSpan LateTimeout = TimeSpan.FromSeconds(1);

    private static readonly ServerSettings Default = new();

    private readonly ServerSettings _outsideServers = directMessages?.ToSettings() ?? Default;
    private readonly LruCache<string, CachedServerSettings> _all = new(MaxServers);

    // Newer than those that were read with the settings.
    private readonly ConcurrentDictionary<string, int> _revisions = new(StringComparer.Ordinal);
    private volatile bool _areRevisionsKnown;

    /// <summary>Finds the settings of a server, or those of direct messages outside of servers.</summary>
    /// <param name="server">The server, or null.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>Null if they were never read, and the store can't be reached or doesn't respond.</returns>
    public ValueTask<ServerSettings?> FindAsync(string? server, CancellationToken cancellationToken)
    {
        if (server is null) return ValueTask.FromResult<ServerSettings?>(_outsideServers);
        var cached = _all.GetOrAdd(server, _ => new CachedServerSettings());
        var freshness = cached.Settings is null ? RetryAfter : Freshness;
        var reading = cached.Refresh(time, freshness, () => ReadAsync(server, cached));
        return cached.Settings is { } settings
            ? ValueTask.FromResult<ServerSettings?>(WithRevision(server, settings))
            : new ValueTask<ServerSettings?>(WaitForFirstAsync(server, cached, reading, cancellationToken));
    }

    /// <summary>Sets which servers have changed their sets, and how often.</summary>
    public void SetRevisions(IReadOnlyDictionary<string, int> revisions)
    {
        foreach (var server in _revisions.Keys.Where(s => !revisions.ContainsKey(s)))
            _revisions.TryRemove(server, out _);
        foreach (var (server, number) in revisions) SetRevision(server, number);
        _areRevisionsKnown = true;
    }

    /// <summary>Tells how often a server has changed its sets. An earlier revision is ignored.</summary>
    public void SetRevision(string server, int number) =>
        _revisions.AddOrUpdate(server, number, (_, known) => Math.Max(known, number));

    /// <summary>
    /// Returns the settings of a server that were read last, or those of direct messages outside of servers; null if
    /// they were never read.
    /// </summary>
    public ServerSettings? Peek(string? server) => server is null
        ? _outsideServers
        : _all.TryGet(server, out var cached) ? cached.Settings : null;

    /// <summary>Saves the settings of a server.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached; the earlier settings apply.</exception>
    public async Task SaveAsync(string server, ServerSettings settings, CancellationToken cancellationToken)
    {
        await store.SaveAsync(server, settings, cancellationToken);
        _all.Put(server, new CachedServerSettings(settings));
    }

    /// <summary>Reads the settings of a server from the store itself.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public async Task<ServerSettings> ReadAsync(string server, CancellationToken cancellationToken) =>
        await store.FindAsync(server, cancellationToken) ?? Default;

    /// <summary>Removes the settings of a server from memory.</summary>
    public void Forget(string server) => _all.Put(server, new CachedServerSettings());

    private ServerSettings WithRevision(string server, ServerSettings settings)
    {
        if (!_revisions.TryGetValue(server, out var number) && !_areRevisionsKnown) return settings;
        return settings.Curation?.Number == number || (settings.Curation is null && number == 0)
            ? settings
            : settings with { Curation = ServerRevision.Create(server, number) };
    }

    private async Task<ServerSettings?> WaitForFirstAsync(
        string server, CachedServerSettings cached, Task reading, CancellationToken cancellationToken)
    {
        try
        {
            var remaining = Timeout - cached.GetTimeReading(time);
            await reading.WaitAsync(remaining > LateTimeout ? remaining : LateTimeout, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The reading continues, for later questions.
        }

        return cached.Settings is { } settings ? WithRevision(server, settings) : cached.HasNone ? Default : null;
    }

    private async Task ReadAsync(string server, CachedServerSettings cached)
    {
        cached.HasNone = false;
        try
        {
            cached.Settings = await ReadAsync(server, CancellationToken.None);
        }
        catch (StoreUnavailableException e)
        {
            cached.HasNone = e.IsNothingStored;
            Log.Unavailable(logger, server, e.Message);
        }
        catch (Exception e)
        {
            // The boundary of a reading that nobody may be waiting for.
            Log.Failed(logger, server, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            6001,
            LogLevel.Warning,
            "Failed to read the settings of server {Server}: {Reason} The last known settings stay in use; if there "
                + "are none, the server's questions aren't answered.")]
        public static partial void Unavailable(ILogger logger, string server, string reason);

        [LoggerMessage(
            6002,
            LogLevel.Error,
            "Failed to read the settings of server {Server}; using the last known ones, or else not answering its "
                + "questions.")]
        public static partial void Failed(ILogger logger, string server, Exception exception);
    }
}
