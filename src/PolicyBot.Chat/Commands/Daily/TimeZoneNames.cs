using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.TimeZones;
using PolicyBot.Knowledge.Autocomplete;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary>The names of time zones that users can choose: those of cities, and UTC.</summary>
internal static partial class TimeZoneNames
{
    private static IDateTimeZoneProvider Provider => DateTimeZoneProviders.Tzdb;

    // No place is further from UTC.
    private const int MaxOffsetHours = 14;

    private static readonly HashSet<string> UtcNames =
        new(StringComparer.OrdinalIgnoreCase)
        {
            "UTC",
            "GMT",
            "Etc/UTC",
            "Etc/GMT",
            "UCT",
            "Zulu",
            "Universal",
            "Greenwich"
        };

    private static readonly string[] All =
    [
        .. Provider.Ids.Where(id => id == "UTC"
            || (id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))),
    ];

    private static readonly TextCompleter Completer = new(All, matchAllWords: true);

    /// <summary>Lists the names that match what was typed, best first.</summary>
    public static IEnumerable<string> Complete(string typed, int max)
    {
        var matching = Completer.Complete(typed.Replace('/', ' ').Replace('_', ' '), max);
        var names = matching is null ? All.Take(max) : matching.Select(n => All[n]);
        return Find(typed) is { } zone && !names.Contains(zone.Id) ? names.Prepend(zone.Id).Take(max) : names;
    }

    /// <summary>
    /// Finds a time zone by its name, by its city's name if that is unique, by an abbreviation such as CET, or by an
    /// offset such as UTC+2. Ignores case, and accepts spaces for underscores. Null if there is none.
    /// </summary>
    public static DateTimeZone? Find(string name)
    {
        var wanted = name.Trim().Replace(' ', '_');
        var id = Provider.Ids.FirstOrDefault(z => IsWanted(z) && !IsOffset(z)) ?? FindByCity(IsWanted);
        if (id is not null) return Provider[UtcNames.Contains(id) ? "UTC" : id];
        return OffsetPattern().Match(wanted) is { Success: true } offset ? FindByOffset(offset) : null;

        bool IsWanted(string text) => string.Equals(text, wanted, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a zone has the same time all year, and isn't UTC.</summary>
    public static bool IsFixed(DateTimeZone zone) => zone.Id != "UTC" && zone.MinOffset == zone.MaxOffset;

    /// <summary>Names a zone, and says if it has no summer time.</summary>
    public static string Describe(DateTimeZone zone) =>
        IsFixed(zone) ? $"{zone.Id}, which is the same in summer and winter" : zone.Id;

    // Cities that have several names, such as Europe/Istanbul and Asia/Istanbul, are in one zone.
    private static string? FindByCity(Func<string, bool> isWanted)
    {
        var zones = All.Where(z => isWanted(z[(z.LastIndexOf('/') + 1)..])).ToList();
        var canonical = zones.Select(z => TzdbDateTimeZoneSource.Default.CanonicalIdMap[z]).Distinct().ToList();
        return canonical is [var only] ? only : null;
    }

    // "Etc/GMT+1" is an hour behind Greenwich, which hardly anyone who writes it wants.
    private static bool IsOffset(string id) =>
        id.StartsWith("Etc/", StringComparison.Ordinal) && id.Any(char.IsAsciiDigit);

    private static DateTimeZone? FindByOffset(Match offset)
    {
        var hours = int.Parse(offset.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = offset.Groups["minutes"] is { Success: true } group
            ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture)
            : 0;
        if (hours > MaxOffsetHours || minutes >= 60) return null;
        var seconds = ((hours * 60) + minutes) * 60;
        return DateTimeZone.ForOffset(Offset.FromSeconds(offset.Groups["sign"].Value == "+" ? seconds : -seconds));
    }

    [GeneratedRegex(
        @"^(?:UTC|GMT)?(?<sign>[+\-−])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OffsetPattern();
}
