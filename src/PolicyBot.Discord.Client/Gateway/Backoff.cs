using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>
/// The delays between attempts to connect: about 1 s, then twice as long each time, up to about a minute. They are
/// random so that many bots don't reconnect at the same time.
/// </summary>
/// <param name="random">The source of randomness; locked while it is used.</param>
internal sealed class Backoff(Random random)
{
    private const int MaxDoublings = 6;

    private int _attempts;

    /// <summary>
    /// Gets the next delay: first 0 to 1 s, then between half and all of 2 s, 4 s, … 64 s.
    /// </summary>
    public TimeSpan NextDelay()
    {
        var max = TimeSpan.FromSeconds(1 << _attempts);
        var share = random.NextDoubleLocked();
        var delay = max * (_attempts == 0 ? share : 0.5 + (0.5 * share));
        _attempts = Math.Min(_attempts + 1, MaxDoublings);
        return delay;
    }

    /// <summary>Starts over, after a success.</summary>
    public void Reset() => _attempts = 0;
}
