namespace PolicyBot.Discord.Client.RateLimits;

/// <summary>Holds everything back while what stands before Discord lets nothing from this address through. Safe for many threads.</summary>
/// <param name="time">The clock.</param>
internal sealed class IpBanGate(TimeProvider time)
{
    private long _until = long.MinValue;

    private TimeSpan Left
    {
        get
        {
            var (now, end) = (time.GetTimestamp(), Volatile.Read(ref _until));
            return end <= now ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(time.GetElapsedTime(now, end).TotalMilliseconds));
        }
    }

    /// <summary>Holds everything back for so long from now on.</summary>
    public void Block(TimeSpan length) => Volatile.Write(ref _until, time.GetTimestamp() + (long)(length.TotalSeconds * time.TimestampFrequency));

    /// <summary>Waits until it is over.</summary>
    /// <param name="longest">The longest wait that is worth it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null, or the wait that it would be where that is too long.</returns>
    public async ValueTask<TimeSpan?> WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        while (Left is { Ticks: > 0 } left)
        {
            if (left > longest) return left;
            await Task.Delay(left, time, cancellationToken);
            longest -= left;
        }

        return null;
    }
}
