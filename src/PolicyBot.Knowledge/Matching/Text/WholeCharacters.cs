namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>Truncates texts without splitting a surrogate pair. Lengths are in UTF-16 code units.</summary>
public static class WholeCharacters
{
    /// <summary>Returns the beginning of a text, or all of it if it isn't longer.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The highest length of the result, from 0.</param>
    public static string Truncate(string text, int maxLength)
    {
        if (text.Length <= maxLength) return text;
        return text[..(maxLength > 0 && char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];
    }
}
