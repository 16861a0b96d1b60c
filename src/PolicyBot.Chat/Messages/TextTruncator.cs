
namespace PolicyBot.Chat.Messages;

/// <summary>What somebody typed, as it is shown to them again: short, since it may be thousands of characters long.</summary>
internal static class TextTruncator
{
    private const int Max = 200;

    /// <summary>The text, cut where it is long.</summary>
    public static string Truncate(string text)
    {
        if (text.Length <= Max) return text;
        // A character of two units is not parted.
        return text[..(char.IsHighSurrogate(text[Max - 1]) ? Max - 1 : Max)] + "…";
    }

    /// <summary>The same, in quotation marks.</summary>
    public static string Quote(string text) => $"“{Truncate(text)}”";
}
