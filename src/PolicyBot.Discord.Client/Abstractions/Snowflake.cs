using System.Globalization;

namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>
/// Creates, parses and formats Discord's ids (snowflakes), which contain the time at which they were created.
/// </summary>
public static class Snowflake
{
    private const int TimestampShift = 22;

    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Gets the lowest id of a point in time; 0 for a time before Discord's epoch (2015).</summary>
    /// <param name="time">The time, used to the millisecond.</param>
    public static ulong FromTime(DateTimeOffset time) =>
        time <= Epoch ? 0 : (ulong)(time - Epoch).TotalMilliseconds << TimestampShift;

    /// <summary>Parses an id in decimal digits.</summary>
    /// <param name="id">The digits.</param>
    /// <exception cref="FormatException">It isn't a number.</exception>
    /// <exception cref="OverflowException">It has more than 64 bits.</exception>
    public static ulong Parse(string id) => ulong.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Formats an id in decimal digits, as Discord's JSON has it.</summary>
    /// <param name="id">The id.</param>
    public static string Format(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
