using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Diagnostics;

/// <summary>Formats quoted words in diagnostics.</summary>
internal static class DiagnosticText
{
    private const int MaxLength = 160;

    /// <summary>Puts a text in quotation marks, on one line, truncated to 160 characters.</summary>
    public static string Quote(string text) => Quote(text, MaxLength);

    /// <summary>Puts a text in quotation marks, on one line, truncated to a length.</summary>
    public static string Quote(string text, int maxLength)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= maxLength) return $"“{line}”";
        return $"“{WholeCharacters.Truncate(line, maxLength).TrimEnd()}…”";
    }

    /// <summary>Puts texts in quotation marks, separated by commas.</summary>
    public static string QuoteAll(IEnumerable<string> texts) => string.Join(", ", texts.Select(t => Quote(t)));
}
