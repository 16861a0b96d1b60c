using Microsoft.Extensions.Logging;
using NodaTime;
using PolicyBot.Chat.Storage;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Shards;

/// <summary>The turns of all processes, which they take through their database.</summary>
/// <param name="store">The database.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class SharedIdentifyTurns(
    IConnectionTurnStore store, TimeProvider time, ILogger<SharedIdentifyTurns> logger) : IIdentifyTurns
{
    // A database that doesn't respond must not keep the bot offline. The first call may migrate it.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    public async Task<TimeSpan?> TryTakeAsync(IdentifyTurn turn, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var wait = await store.TryTakeAsync(
                turn.Bucket,
                Duration.FromTimeSpan(turn.Interval),
                turn.Remaining,
                Duration.FromTimeSpan(turn.ResetAfter),
                either.Token);
            if (wait > Duration.Zero) Log.Waiting(logger, turn.Bucket, wait.TotalSeconds);
            return wait.ToTimeSpan();
        }
        catch (StoreUnavailableException e)
        {
            Log.Unavailable(logger, e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Unavailable(logger, "The database did not respond in time.");
        }

        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(
            7301,
            LogLevel.Debug,
            "Another process has the turn to identify (bucket {Bucket}). Waiting {Seconds:0.0} s.")]
        public static partial void Waiting(ILogger logger, int bucket, double seconds);

        [LoggerMessage(
            7302,
            LogLevel.Warning,
            "Failed to take a turn to identify; identifying after a random time instead: {Reason}")]
        public static partial void Unavailable(ILogger logger, string reason);
    }
}
