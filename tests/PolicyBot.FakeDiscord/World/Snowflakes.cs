namespace PolicyBot.FakeDiscord.World;

/// <summary>
/// Makes ids as Discord does: they rise, and carry the time. A clock that stands, or runs before Discord's epoch, does
/// not matter.
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
    /// The id of the n-th guild. It comes from n and not from the clock, so that guilds spread evenly over shards: n is
    /// on shard n modulo the count, for every count up to 10.
    /// </summary>
    public static ulong CreateGuildId(int number) => (83_000_000UL * 2520 + (ulong)number) << 22;
}
