namespace PolicyBot.Discord.Client.Messages;

/// <summary>Splits and truncates Markdown. Lengths are in UTF-16 code units.</summary>
public static class TextSplitter
{
    /// <summary>
    /// Splits a text at spaces or line feeds into pieces. If there are none, it splits between characters, but never
    /// inside a surrogate pair or an escape sequence.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The highest length of a piece.</param>
    /// <returns>The pieces, which contain everything but the space at each split.</returns>
    public static IEnumerable<string> Split(string text, int maxLength)
    {
        var rest = text;
        while (rest.Length > maxLength)
        {
            var end = rest.LastIndexOfAny([' ', '\n'], maxLength);
            var isSpace = end > 0;
            if (!isSpace) end = FindSafeEnd(rest, maxLength);
            yield return rest[..end];
            rest = rest[(isSpace ? end + 1 : end)..];
        }

        yield return rest;
    }

    /// <summary>Truncates a text, and marks that with an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The highest length of the result.</param>
    public static string Truncate(string text, int maxLength) =>
        text.Length <= maxLength ? text : text[..FindSafeEnd(text, maxLength - 1)].TrimEnd() + "…";

    private static int FindSafeEnd(string text, int max)
    {
        var end = char.IsHighSurrogate(text[max - 1]) ? max - 1 : max;
        var backslashes = 0;
        while (backslashes < end && text[end - 1 - backslashes] == '\\') backslashes++;
        return backslashes % 2 == 1 ? end - 1 : end;
    }
}
