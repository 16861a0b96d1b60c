using Microsoft.Extensions.Logging;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>Asks Discord for something for as long as it may take.</summary>
public static class RetryUntilStopped
{
    /// <summary>Asks again and again, with pauses that grow.</summary>
    /// <param name="ask">Asks once.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Spreads the pauses.</param>
    /// <param name="logger">Tells of each that failed.</param>
    /// <param name="stopping">Tells it to stop; not an error.</param>
    /// <returns>The answer, or null where it was told to stop first.</returns>
    /// <exception cref="ConnectionRefusedException">It is no use to ask again.</exception>
    public static async Task<T?> RunAsync<T>(Func<CancellationToken, Task<T>> ask, TimeProvider time, Random random, ILogger logger, CancellationToken stopping)
        where T : class
    {
        var backoff = new Backoff(random);
        try
        {
            while (true)
            {
                try
                {
                    return await ask(stopping);
                }
                catch (DiscordException e) when (e is not ConnectionRefusedException)
                {
                    var wait = e is RateLimitedException limited ? limited.RetryAfter : backoff.NextDelay();
                    GatewayLog.Unreachable(logger, e.Message, wait.TotalSeconds);
                    await Task.Delay(wait, time, stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
    }
}
