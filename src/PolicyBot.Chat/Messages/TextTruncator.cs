using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Chat.Messages;

/// <summary>Shortens what a user typed before a reply repeats it; it may have thousands of characters.</summary>
internal static class TextTruncator
{
    private const int Max = 200;

    /// <summary>Cuts the text after 200 characters.</summary>
    public static string Truncate(string text) =>
        text.Length <= Max ? text : WholeCharacters.Truncate(text, Max) + "…";

    /// <summary>Cuts the text and puts it in quotation marks.</summary>
    public static string Quote(string text) => $"“{Truncate(text)}”";
}
