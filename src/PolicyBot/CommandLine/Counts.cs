using System.Globalization;

namespace PolicyBot.CommandLine;

/// <summary>Formats numbers with what they count.</summary>
internal static class Counts
{
    /// <summary>Formats a number with a noun: “1 question”, “2 questions”.</summary>
    public static string Format(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
