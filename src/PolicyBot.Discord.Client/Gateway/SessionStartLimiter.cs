using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.RateLimits;
using PolicyBot.Discord.Client.Rest;
using PolicyBot.Discord.Client.Rest.Payloads;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>Where the gateway is, and when a shard may start a session there: so many a day, so many in five seconds.</summary>
/// <param name="http">Asks Discord.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Tells of a long wait.</param>
public sealed class SessionStartLimiter(DiscordHttpClient http, TimeProvider time, ILogger logger) : IDisposable
{
    // What Discord told is not relied on for longer.
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    // Discord counts starts as they arrive, which may be closer together than they were sent.
    private static readonly TimeSpan ConcurrencyWindow = TimeSpan.FromSeconds(5.5);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private readonly ConcurrentDictionary<int, SlidingWindow> _turns = new();
    private GatewayBotPayload? _known;
    private long _knownAt;
    private int _used;

    /// <summary>Asks Discord where the gateway is.</summary>
    /// <exception cref="ConnectionRefusedException">Discord does not know the token, or what answers is not, and never was, Discord.</exception>
    /// <exception cref="DiscordException">Discord did not tell, for now.</exception>
    public async Task<GatewayBotPayload> GetGatewayAsync(CancellationToken cancellationToken)
    {
        try
        {
            var gateway = await http.SendAsync(Routes.GatewayBot, DiscordJson.Default.GatewayBotPayload, cancellationToken);
            (_known, _knownAt) = (gateway, time.GetTimestamp());
            Volatile.Write(ref _used, 0);
            return gateway;
        }
        catch (RequestRefusedException e) when (e.Status == HttpStatusCode.Unauthorized)
        {
            throw new ConnectionRefusedException(FatalErrors.Token);
        }
        catch (RequestRefusedException e) when (_known is null && ((int)e.Status < 400 || e.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound))
        {
            throw new ConnectionRefusedException(FatalErrors.NoApi);
        }
    }

    /// <summary>Waits until one more session may be started today; throws as <see cref="GetGatewayAsync"/> does.</summary>
    /// <returns>The gateway's address.</returns>
    public async Task<Uri> WaitForStartAsync(CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            var isFresh = _known is not null && time.GetElapsedTime(_knownAt) < Freshness && _known.SessionStartLimit.Remaining > Volatile.Read(ref _used);
            var gateway = isFresh ? _known! : await GetGatewayAsync(cancellationToken);
            while (gateway.SessionStartLimit.Remaining <= 0)
            {
                var wait = TimeSpan.FromMilliseconds(gateway.SessionStartLimit.ResetAfter + 1000);
                GatewayLog.NoSessionStarts(logger, gateway.SessionStartLimit.Total, wait.TotalSeconds);
                await Task.Delay(wait, time, cancellationToken);
                gateway = await GetGatewayAsync(cancellationToken);
            }

            return gateway.Url;
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>Waits until a shard may identify, right before it does.</summary>
    /// <param name="shard">The shard's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WaitForTurnAsync(int shard, CancellationToken cancellationToken)
    {
        var line = shard % Math.Max(1, _known?.SessionStartLimit.MaxConcurrency ?? 1);
        await _turns.GetOrAdd(line, _ => new SlidingWindow(1, ConcurrencyWindow, time)).AcquireAsync(TimeSpan.MaxValue, cancellationToken);
        Interlocked.Increment(ref _used);
    }

    public void Dispose() => _asking.Dispose();
}
