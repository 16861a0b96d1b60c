using NodaTime;
using PolicyBot.Knowledge.Autocomplete;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary>The names of time zones that users can choose: those of cities, and UTC.</summary>
internal static class TimeZoneNames
{
    // "Etc/GMT+1" is an hour behind Greenwich, which hardly anyone who chooses it wants.
    private static readonly string[] All =
    [
        .. DateTimeZoneProviders.Tzdb.Ids.Where(id => id == "UTC"
            || (id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))),
    ];

    private static readonly TextCompleter Completer = new(All, matchAllWords: true);

    /// <summary>Lists the names that match what was typed, best first.</summary>
    public static IEnumerable<string> Complete(string typed, int max)
    {
        var matching = Completer.Complete(typed.Replace('/', ' ').Replace('_', ' '), max);
        return matching is null ? All.Take(max) : matching.Select(n => All[n]);
    }

    /// <summary>
    /// Finds a time zone by its name or, if only one has it, by its city's; ignores case, and accepts spaces for
    /// underscores. Null if there is none.
    /// </summary>
    public static DateTimeZone? Find(string name)
    {
        var wanted = name.Trim().Replace(' ', '_');
        var id = All.FirstOrDefault(z => IsWanted(z));
        if (id is null && All.Where(z => IsWanted(z[(z.LastIndexOf('/') + 1)..])).ToList() is [var only]) id = only;
        return id is null ? null : DateTimeZoneProviders.Tzdb[id];

        bool IsWanted(string text) => string.Equals(text, wanted, StringComparison.OrdinalIgnoreCase);
    }
}
