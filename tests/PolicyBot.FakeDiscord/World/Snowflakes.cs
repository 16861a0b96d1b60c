namespace PolicyBot.FakeDiscord.World;

/// <summary>
/// Creates ids as Discord does: ascending, with the time. The clock may stand still or be before the Discord epoch.
/// </summary>
internal sealed class Snowflakes(TimeProvider time)
{
    private const long Epoch = 1_420_070_400_000;
    private const long Earliest = 300_000_000_000;
    private long _last;

    public ulong Next()
    {
        var wanted = Math.Max(time.GetUtcNow().ToUnixTimeMilliseconds() - Epoch, Earliest) << 22;
        while (true)
        {
            var seen = Interlocked.Read(ref _last);
            var next = Math.Max(wanted, seen + 1);
            if (Interlocked.CompareExchange(ref _last, next, seen) == seen)
                return (ulong)next;
        }
    }

    /// <summary>
    /// The id of the n-th guild. It depends on n and not on the clock, so that guilds spread evenly over shards: n is
    /// on shard n modulo the count, for counts up to 10.
    /// </summary>
    public static ulong CreateGuildId(int number) => (83_000_000UL * 2520 + (ulong)number) << 22;
}
