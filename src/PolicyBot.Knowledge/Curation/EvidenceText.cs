using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation;

/// <summary>Words of the article on which a part of a set rests, as the set has them.</summary>
/// <param name="Location">Where the set has them.</param>
/// <param name="Entry">The entry's id, or the part of the file.</param>
/// <param name="Text">The words.</param>
/// <param name="IsWithheld">
/// Whether only an earlier version of the article has them, so that what rests on them is withheld.
/// </param>
public sealed record EvidenceText(Location Location, string Entry, string Text, bool IsWithheld)
{
    /// <summary>Formats words that are withheld, on one line, with what to do about it.</summary>
    public override string ToString() =>
        $"{Location.File}:{Location.Line}: changed: {Entry}: Only an earlier version of the article has "
        + $"{DiagnosticText.Quote(Text)}, so what rests on it is withheld. Copy the article's new words, or remove "
        + "this evidence.";
}
