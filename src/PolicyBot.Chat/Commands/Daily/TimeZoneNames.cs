using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Knowledge.Autocomplete;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary>The names of time zones that are offered: those of places, and UTC; not the old ones that stand for them.</summary>
internal static class TimeZoneNames
{
    // "Etc/GMT+1" is an hour behind Greenwich: whoever picks it means the other.
    private static readonly string[] All = [.. DateTimeZoneProviders.Tzdb.Ids.Where(i => i == "UTC" || (i.Contains('/', StringComparison.Ordinal) && !i.StartsWith("Etc/", StringComparison.Ordinal)))];

    private static readonly TextCompleter Completer = new(All, matchAllWords: true);

    /// <summary>The names that go on from what was typed, best first.</summary>
    public static IEnumerable<string> Complete(string typed, int max) =>
        Completer.Complete(typed.Replace('/', ' ').Replace('_', ' '), max) is { } fitting ? fitting.Select(n => All[n]) : All.Take(max);

    /// <summary>The zone of a name or, where no other has the same, of a place alone, in small letters or large, with blanks or without; null where there is none.</summary>
    public static DateTimeZone? Find(string name)
    {
        var wanted = name.Trim().Replace(' ', '_');
        return (All.FirstOrDefault(z => Is(z)) ?? (All.Where(z => Is(z[(z.LastIndexOf('/') + 1)..])).ToList() is [var only] ? only : null)) is { } id ? DateTimeZoneProviders.Tzdb[id] : null;

        bool Is(string text) => string.Equals(text, wanted, StringComparison.OrdinalIgnoreCase);
    }
}
