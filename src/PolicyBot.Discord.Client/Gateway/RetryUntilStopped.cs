using Microsoft.Extensions.Logging;
using PolicyBot.Discord.Client.Abstractions;
using Polly;
using Polly.Retry;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>Retries a request until it succeeds, at start-up.</summary>
public static partial class RetryUntilStopped
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(64);

    /// <summary>Sends a request as often as necessary, with increasing delays.</summary>
    /// <param name="send">Sends the request once.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Adds jitter to the delays; locked while it is used.</param>
    /// <param name="logger">Logs each failure.</param>
    /// <param name="stopping">Stops retrying, which isn't an error.</param>
    /// <returns>The response, or null if it was stopped first.</returns>
    /// <exception cref="ConnectionRefusedException">Discord would refuse every request.</exception>
    public static async Task<T?> RunAsync<T>(
        Func<CancellationToken, Task<T>> send,
        TimeProvider time,
        Random random,
        ILogger logger,
        CancellationToken stopping)
        where T : class
    {
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstDelay,
                MaxDelay = MaxDelay,
                UseJitter = true,
                Randomizer = random.NextDoubleLocked,
                ShouldHandle = a => ValueTask.FromResult(
                    a.Outcome.Exception is DiscordException and not ConnectionRefusedException),
                DelayGenerator = a => ValueTask.FromResult((a.Outcome.Exception as RateLimitedException)?.RetryAfter),
                OnRetry = a =>
                {
                    Log.Retrying(logger, a.Outcome.Exception!.Message, a.RetryDelay.TotalSeconds);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
        try
        {
            return await pipeline.ExecuteAsync(async token => await send(token), stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1004, LogLevel.Warning, "{Reason}. Retrying in {Seconds:0.0} s.")]
        public static partial void Retrying(ILogger logger, string reason, double seconds);
    }
}
