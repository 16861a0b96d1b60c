using System.Globalization;

namespace PolicyBot.Discord.Shards;

/// <summary>Parses, formats and calculates the ids of a process's shards.</summary>
public static class ShardIds
{
    /// <summary>The setting that has the ids calculated from the number of the pod in a StatefulSet.</summary>
    public const string Ordinal = "ordinal";

    /// <summary>Parses ids and ranges of ids, separated by commas, such as <c>0,2,5-7</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The ids as they were written, so one may occur twice; null if the text is invalid.</returns>
    public static IReadOnlyList<int>? TryParse(string text)
    {
        List<int> ids = [];
        foreach (var part in text.Split(','))
        {
            var bounds = part.Split('-');
            if (bounds.Length > 2 || ParseId(bounds[0]) is not { } first || ParseId(bounds[^1]) is not { } last)
                return null;
            if (last < first || last - first >= DiscordOptions.MaxShards) return null;
            ids.AddRange(Enumerable.Range(first, last - first + 1));
        }

        return ids;
    }

    /// <summary>Returns the ids of a process, or none if all shards have other processes.</summary>
    /// <param name="process">The process's number, from 0.</param>
    /// <param name="perProcess">The number of shards of a process; the last one may have fewer.</param>
    /// <param name="shards">The number of shards of all processes.</param>
    public static IReadOnlyList<int> Assign(int process, int perProcess, int shards)
    {
        var first = (long)process * perProcess;
        return first >= shards ? [] : [.. Enumerable.Range((int)first, Math.Min(perProcess, shards - (int)first))];
    }

    /// <summary>Finds the number at the end of the name that a StatefulSet gives a pod, such as <c>policybot-3</c>.
    /// </summary>
    public static int? FindOrdinal(string podName) =>
        podName.LastIndexOf('-') is var hyphen and >= 0 ? ParseId(podName[(hyphen + 1)..]) : null;

    private static int? ParseId(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
