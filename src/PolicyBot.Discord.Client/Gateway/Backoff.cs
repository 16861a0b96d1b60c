namespace PolicyBot.Discord.Client.Gateway;

/// <summary>How long to wait before each new try: about 1 s, then twice as long each time up to about a minute, spread at random so that many bots do not come back at once.</summary>
/// <param name="random">Spreads the waits; used under its own lock.</param>
internal sealed class Backoff(Random random)
{
    private const int MaxDoublings = 6;

    private int _tries;

    /// <summary>The next wait: at random between nothing and 1 s at first, later between half and all of 2 s, 4 s, … 64 s.</summary>
    public TimeSpan NextDelay()
    {
        var longest = TimeSpan.FromSeconds(1 << _tries);
        var wait = _tries == 0 ? longest * NextDouble() : longest * (0.5 + (0.5 * NextDouble()));
        _tries = Math.Min(_tries + 1, MaxDoublings);
        return wait;
    }

    /// <summary>A try has succeeded.</summary>
    public void Reset() => _tries = 0;

    private double NextDouble()
    {
        lock (random) return random.NextDouble();
    }
}
