using NodaTime;
using PolicyBot.Knowledge.Completing;

namespace PolicyBot.Chat.Daily.Ordering;

/// <summary>The names of time zones that are offered: those of places, and UTC; not the old ones that stand for them.</summary>
internal static class ZoneNames
{
    private static readonly string[] All = [.. DateTimeZoneProviders.Tzdb.Ids.Where(i => i.Contains('/', StringComparison.Ordinal) || i == "UTC")];

    private static readonly TextCompleter Completer = new(All, everyWord: true);

    /// <summary>The names that go on from what was typed, best first.</summary>
    public static IEnumerable<string> Complete(string typed, int max) =>
        Completer.Complete(typed.Replace('/', ' ').Replace('_', ' '), max) is { } fitting ? fitting.Select(n => All[n]) : All.Take(max);

    /// <summary>The zone of a name, in small letters or large, with blanks or without; null where there is none.</summary>
    public static DateTimeZone? Find(string name) =>
        All.FirstOrDefault(z => string.Equals(z, name.Replace(' ', '_'), StringComparison.OrdinalIgnoreCase)) is { } id ? Schedule.Zone(id) : null;
}
