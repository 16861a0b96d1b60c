using NodaTime;
using NodaTime.Text;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary>Parses times of day as people write them.</summary>
internal static class TimeOfDay
{
    private static readonly string[] Formats =
        ["H:mm", "H.mm", "H'H'mm", "H'H'", "HHmm", "h:mmtt", "h.mmtt", "htt"];

    private static readonly IReadOnlyList<LocalTimePattern> Patterns =
        [.. Formats.Select(LocalTimePattern.CreateWithInvariantCulture)];

    private static readonly LocalTimePattern Canonical = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>
    /// Parses a time such as 9:00, 18.30, 6:30 pm, 21h30, 0900, noon, midnight or 24:00; null if it isn't one. An hour
    /// alone isn't, because it may mean the morning or the evening.
    /// </summary>
    public static LocalTime? Parse(string text)
    {
        var typed = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()
            .Replace("A.M.", "AM", StringComparison.Ordinal)
            .Replace("P.M.", "PM", StringComparison.Ordinal);
        return typed switch
        {
            "NOON" or "MIDDAY" or "12NOON" => LocalTime.Noon,
            "MIDNIGHT" or "12MIDNIGHT" or "24:00" or "24.00" or "24H" or "24H00" or "2400" => LocalTime.Midnight,
            _ => Patterns.Select(p => p.Parse(typed)).FirstOrDefault(r => r.Success)?.Value,
        };
    }

    /// <summary>Formats a time as <c>09:00</c>.</summary>
    public static string Format(LocalTime time) => Canonical.Format(time);
}
