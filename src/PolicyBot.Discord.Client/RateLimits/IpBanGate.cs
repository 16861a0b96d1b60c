namespace PolicyBot.Discord.Client.RateLimits;

/// <summary>
/// Holds all requests back while the proxy in front of Discord blocks this IP address. Thread-safe.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class IpBanGate(TimeProvider time)
{
    private long _blockedUntil = long.MinValue;

    /// <summary>Holds requests back from now on.</summary>
    /// <param name="length">For how long.</param>
    public void Block(TimeSpan length) => Volatile.Write(ref _blockedUntil, time.GetTimestampAfter(length));

    /// <summary>Waits until requests may be sent.</summary>
    /// <param name="maxDelay">The longest time to wait.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>Null, or the necessary time if that is too long.</returns>
    public async ValueTask<TimeSpan?> WaitAsync(TimeSpan maxDelay, CancellationToken cancellationToken)
    {
        while (time.GetTimeUntil(Volatile.Read(ref _blockedUntil)) is { Ticks: > 0 } delay)
        {
            if (delay > maxDelay) return delay;
            await Task.Delay(delay, time, cancellationToken);
            maxDelay -= delay;
        }

        return null;
    }
}
