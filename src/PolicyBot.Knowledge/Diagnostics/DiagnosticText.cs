using PolicyBot.Knowledge.Curation.Reading;

namespace PolicyBot.Knowledge.Diagnostics;

/// <summary>How faults show the words they are about.</summary>
internal static class DiagnosticText
{
    private const int Longest = 160;

    /// <summary>A text in quotation marks, on one line, cut where it is long.</summary>
    public static string Quote(string text) => Quote(text, Longest);

    /// <summary>A text in quotation marks, on one line, cut after so many characters.</summary>
    public static string Quote(string text, int longest)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= longest) return $"“{line}”";
        var cut = char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest;
        return $"“{line.AsSpan(0, cut).TrimEnd()}…”";
    }

    /// <summary>Texts in quotation marks, with commas between.</summary>
    public static string QuoteAll(IEnumerable<string> texts) => string.Join(", ", texts.Select(t => Quote(t)));
}
