namespace PolicyBot.Discord.Client.Messages;

/// <summary>Splits escaped text that is longer than Discord takes.</summary>
public static class TextSplitter
{
    /// <summary>The text in pieces of at most so many UTF-16 code units, parted between words where there are any; nothing but that blank is lost.</summary>
    public static IEnumerable<string> Split(string text, int max)
    {
        var rest = text;
        while (rest.Length > max)
        {
            var end = rest.LastIndexOfAny([' ', '\n'], max);
            var isBlank = end > 0;
            if (!isBlank) end = HardEnd(rest, max);
            yield return rest[..end];
            rest = rest[(isBlank ? end + 1 : end)..];
        }

        yield return rest;
    }

    /// <summary>The text cut to at most so many UTF-16 code units, with an ellipsis where something was cut.</summary>
    public static string Truncate(string text, int max) => text.Length <= max ? text : text[..HardEnd(text, max - 1)].TrimEnd() + "…";

    // Neither a character of two units nor a backslash and what it escapes may be parted.
    private static int HardEnd(string text, int max)
    {
        var end = char.IsHighSurrogate(text[max - 1]) ? max - 1 : max;
        var slashes = 0;
        while (slashes < end && text[end - 1 - slashes] == '\\') slashes++;
        return slashes % 2 == 1 ? end - 1 : end;
    }
}
