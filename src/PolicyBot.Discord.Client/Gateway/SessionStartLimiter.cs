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
/// five seconds. Safe for many threads.
/// </summary>
/// <param name="http">The HTTP API.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Logs a long wait.</param>
public sealed partial class SessionStartLimiter(DiscordHttpClient http, TimeProvider time, ILogger logger)
    : IDisposable
{
    // How long the limits are used before they are requested again.
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    // Discord's five seconds, and some more, as it counts starts when they arrive.
    private static readonly TimeSpan ConcurrencyWindow = TimeSpan.FromSeconds(5.5);

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
    public async Task<Uri> WaitForStartAsync(CancellationToken cancellationToken)
    {
        await _lock.WaitAsync(cancellationToken);
        try
        {
            var gateway = FindRecent() ?? await GetGatewayAsync(cancellationToken);
            while (gateway.SessionStartLimit is { Remaining: <= 0 } limit)
            {
                var delay = TimeSpan.FromMilliseconds(limit.ResetAfter) + ResetMargin;
                Log.NoSessionStarts(logger, limit.Total, delay.TotalSeconds);
                await Task.Delay(delay, time, cancellationToken);
                gateway = await GetGatewayAsync(cancellationToken);
            }

            return gateway.Url;
        }
        finally
        {
            _lock.Release();
        }
    }

    /// <summary>Waits until a shard can identify, and counts that.</summary>
    /// <param name="shard">The shard's number.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public async Task WaitForTurnAsync(int shard, CancellationToken cancellationToken)
    {
        var key = shard % Math.Max(1, _gateway?.SessionStartLimit.MaxConcurrency ?? 1);
        var window = _windows.GetOrAdd(key, _ => new SlidingWindow(1, ConcurrencyWindow, time));
        await window.AcquireAsync(TimeSpan.MaxValue, cancellationToken);
        Interlocked.Increment(ref _startsSince);
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static bool IsNotDiscord(HttpStatusCode status) =>
        (int)status < 400 || status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound;

    // Null if the limits are old or used up.
    private GatewayBotPayload? FindRecent() =>
        _gateway is { SessionStartLimit.Remaining: var remaining }
        && remaining > Volatile.Read(ref _startsSince)
        && time.GetElapsedTime(_receivedAt) < MaxAge
            ? _gateway
            : null;

    private static partial class Log
    {
        [LoggerMessage(
            1005,
            LogLevel.Warning,
            "All {Total} session starts of the day are used. Waiting {Seconds:0.0} s until Discord allows more.")]
        public static partial void NoSessionStarts(ILogger logger, int total, double seconds);
    }
}
