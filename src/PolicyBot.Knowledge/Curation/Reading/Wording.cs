namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>How faults show the words they are about.</summary>
internal static class Wording
{
    private const int Longest = 160;

    /// <summary>A text in quotation marks, on one line, cut where it is long.</summary>
    public static string Show(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= Longest) return $"“{line}”";
        var cut = char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest;
        return $"“{line.AsSpan(0, cut).TrimEnd()}…”";
    }

    /// <summary>Texts in quotation marks, with commas between.</summary>
    public static string ShowAll(IEnumerable<string> texts) => string.Join(", ", texts.Select(Show));
}
