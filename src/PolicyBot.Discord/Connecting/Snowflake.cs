using NodaTime;

namespace PolicyBot.Discord.Connecting;

/// <summary>Discord’s ids, which carry the time at which they were made.</summary>
internal static class Snowflake
{
    private const int BitsBelow = 22;

    private static readonly Instant Epoch = Instant.FromUtc(2015, 1, 1, 0, 0);

    /// <summary>The lowest id of a time; those before Discord’s own begin at 0.</summary>
    public static ulong At(Instant time) => time <= Epoch ? 0 : (ulong)(time - Epoch).TotalMilliseconds << BitsBelow;
}
