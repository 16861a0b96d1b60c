using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation;

/// <summary>A mark <c>review:</c> on a part of a set that a person must check before the bot may use it.</summary>
/// <param name="Location">Where the mark is.</param>
/// <param name="Entry">The entry's id, or the part of the file.</param>
/// <param name="Reason">Why it must be checked.</param>
public sealed record ReviewMark(Location Location, string Entry, string Reason)
{
    /// <summary>Formats the mark on one line, with what to do about it.</summary>
    public override string ToString()
    {
        var reason = Reason.ReplaceLineEndings(" ");
        return $"{Location.File}:{Location.Line}: review: {Entry}: {reason}{(EndsSentence(reason) ? "" : ".")} "
            + "Check it and remove “review”.";
    }

    private static bool EndsSentence(string text) => text is [.., '.' or '?' or '!'];
}
