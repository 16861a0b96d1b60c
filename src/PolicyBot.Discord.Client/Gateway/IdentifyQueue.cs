using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>Lets the shards of this process identify in turn, and in turn with those of other processes.</summary>
/// <param name="turns">The turns of all processes; null if this is the only one.</param>
/// <param name="starts">The limits of this process.</param>
/// <param name="shards">The number of shards in all processes.</param>
/// <param name="time">The clock.</param>
/// <param name="random">The source of jitter; locked while it is used.</param>
internal sealed class IdentifyQueue(
    IIdentifyTurns? turns, SessionStartLimiter starts, int shards, TimeProvider time, Random random)
{
    /// <summary>Waits until a shard can identify, and counts that.</summary>
    /// <param name="shard">The shard's number.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public async Task WaitAsync(int shard, CancellationToken cancellationToken)
    {
        // Another wait after the turn would use up the time of the next process.
        if (turns is not null && await TryWaitForOthersAsync(turns, shard, cancellationToken)) starts.CountStart();
        else await starts.WaitForTurnAsync(shard, cancellationToken);
    }

    // False if it can't be found out what the others do.
    private async Task<bool> TryWaitForOthersAsync(
        IIdentifyTurns turns, int shard, CancellationToken cancellationToken)
    {
        while (true)
        {
            var limit = await starts.GetLimitAsync(cancellationToken);
            var buckets = Math.Max(1, limit.MaxConcurrency);
            var turn = new IdentifyTurn(
                shard % buckets,
                SessionStartLimiter.ConcurrencyWindow,
                limit.Remaining,
                TimeSpan.FromMilliseconds(limit.ResetAfter));
            var wait = await turns.TryTakeAsync(turn, cancellationToken);
            if (wait == TimeSpan.Zero) return true;
            if (wait is null)
            {
                // Spread over the time that all shards take. If two identify together all the same, Discord refuses one
                // of them, which then tries again.
                var all = SessionStartLimiter.ConcurrencyWindow * Math.Ceiling((double)shards / buckets);
                await Task.Delay(all * random.NextDoubleLocked(), time, cancellationToken);
                return false;
            }

            if (wait > turn.Interval) starts.LogNoneLeft(limit.Total, wait.Value);
            await Task.Delay(wait.Value, time, cancellationToken);
        }
    }
}
