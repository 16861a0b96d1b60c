namespace PolicyBot.FakeDiscord.Rules;

/// <summary>The length of a text as Discord counts it.</summary>
internal static class TextLength
{
    /// <summary>The number of code points: a surrogate pair counts as one.</summary>
    public static int Count(string? text)
    {
        if (text is null)
            return 0;
        var length = text.Length;
        foreach (var character in text)
        {
            if (char.IsLowSurrogate(character))
                length--;
        }

        return length;
    }
}
