namespace PolicyBot.Knowledge.Curation.Text;

/// <summary>A text without case, punctuation and space: texts with the same key are the same to a reader.</summary>
internal static class TextKey
{
    public static string Create(ReadOnlySpan<char> text)
    {
        Span<char> kept = text.Length <= 512 ? stackalloc char[512] : new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            if (char.IsPunctuation(character) || char.IsWhiteSpace(character)) continue;
            kept[length++] = char.ToLowerInvariant(character);
        }

        return new string(kept[..length]);
    }
}
