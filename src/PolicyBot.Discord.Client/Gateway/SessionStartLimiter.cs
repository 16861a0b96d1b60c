using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.RateLimits;
using PolicyBot.Discord.Client.Rest;
using PolicyBot.Discord.Client.Rest.Payloads;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>
/// Gets the gateway's address and keeps the shards within Discord's limits for starting sessions: in a day, and in
/// five seconds. Thread-safe.
/// </summary>
/// <param name="http">The HTTP API.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Logs a long wait.</param>
public sealed partial class SessionStartLimiter(DiscordHttpClient http, TimeProvider time, ILogger logger)
    : IDisposable
{
    // How long the limits are used before they are requested again.
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    /// <summary>Discord's five seconds, and some more, as it counts starts when they arrive.</summary>
    internal static readonly TimeSpan ConcurrencyWindow = TimeSpan.FromSeconds(5.5);

    private static readonly TimeSpan ResetMargin = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _lock = new(1, 1);
    private readonly ConcurrentDictionary<int, SlidingWindow> _windows = new();
    private GatewayBotPayload? _gateway;
    private long _receivedAt;
    private int _startsSince;

    /// <summary>Gets the gateway's address and limits from Discord.</summary>
    /// <exception cref="ConnectionRefusedException">
    /// The token is invalid, or there is no Discord API at the address and never was.
    /// </exception>
    /// <exception cref="DiscordException">The request failed and can be retried.</exception>
    public async Task<GatewayBotPayload> GetGatewayAsync(CancellationToken cancellationToken)
    {
        try
        {
            var gateway = await http.SendAsync(
                Routes.GatewayBot, DiscordJson.Default.GatewayBotPayload, cancellationToken);
            (_gateway, _receivedAt) = (gateway, time.GetTimestamp());
            Volatile.Write(ref _startsSince, 0);
            return gateway;
        }
        catch (RequestRefusedException e) when (e.Status == HttpStatusCode.Unauthorized)
        {
            throw new ConnectionRefusedException(ConnectionRefusal.InvalidToken);
        }
        catch (RequestRefusedException e) when (_gateway is null && IsNotDiscord(e.Status))
        {
            throw new ConnectionRefusedException(ConnectionRefusal.NoApi);
        }
    }

    /// <summary>
    /// Waits until one more session can be started today. Throws what <see cref="GetGatewayAsync"/> throws.
    /// </summary>
    /// <returns>The gateway's address.</returns>
    public async Task<Uri> WaitForStartAsync(CancellationToken cancellationToken) =>
        (await GetStartableAsync(cancellationToken)).Url;

    /// <summary>Waits until a shard can identify, and counts that.</summary>
    /// <param name="shard">The shard's number.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public async Task WaitForTurnAsync(int shard, CancellationToken cancellationToken)
    {
        var key = shard % Math.Max(1, _gateway?.SessionStartLimit.MaxConcurrency ?? 1);
        var window = _windows.GetOrAdd(key, _ => new SlidingWindow(1, ConcurrencyWindow, time));
        await window.AcquireAsync(TimeSpan.MaxValue, cancellationToken);
        CountStart();
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    /// <summary>
    /// Gets the limits as they are now, and waits while no session can be started. Throws what
    /// <see cref="GetGatewayAsync"/> throws.
    /// </summary>
    internal async Task<SessionStartLimitPayload> GetLimitAsync(CancellationToken cancellationToken)
    {
        var limit = (await GetStartableAsync(cancellationToken)).SessionStartLimit;
        var age = time.GetElapsedTime(Volatile.Read(ref _receivedAt)).TotalMilliseconds;
        return limit with
        {
            Remaining = Math.Max(1, limit.Remaining - Volatile.Read(ref _startsSince)),
            ResetAfter = Math.Max(0, limit.ResetAfter - (long)age),
        };
    }

    /// <summary>Counts a session that starts now.</summary>
    internal void CountStart() => Interlocked.Increment(ref _startsSince);

    /// <summary>Logs that all sessions of the day were started.</summary>
    internal void LogNoneLeft(int total, TimeSpan wait) => Log.NoSessionStarts(logger, total, wait.TotalSeconds);

    private async Task<GatewayBotPayload> GetStartableAsync(CancellationToken cancellationToken)
    {
        await _lock.WaitAsync(cancellationToken);
        try
        {
            var gateway = FindRecent() ?? await GetGatewayAsync(cancellationToken);
            while (gateway.SessionStartLimit is { Remaining: <= 0 } limit)
            {
                var delay = TimeSpan.FromMilliseconds(limit.ResetAfter) + ResetMargin;
                LogNoneLeft(limit.Total, delay);
                await Task.Delay(delay, time, cancellationToken);
                gateway = await GetGatewayAsync(cancellationToken);
            }

            return gateway;
        }
        finally
        {
            _lock.Release();
        }
    }

    private static bool IsNotDiscord(HttpStatusCode status) =>
        (int)status < 400 || status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound;

    // Null if the limits are old or used up.
    private GatewayBotPayload? FindRecent()
    {
        var age = time.GetElapsedTime(_receivedAt);
        return _gateway is { SessionStartLimit: var limit }
            && limit.Remaining > Volatile.Read(ref _startsSince)
            && age < MaxAge
            && age.TotalMilliseconds < limit.ResetAfter
                ? _gateway
                : null;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1005,
            LogLevel.Warning,
            "All {Total} session starts of the day are used. Waiting {Seconds:0.0} s until Discord allows more.")]
        public static partial void NoSessionStarts(ILogger logger, int total, double seconds);
    }
}
