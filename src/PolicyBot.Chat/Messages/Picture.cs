
namespace PolicyBot.Chat.Messages;

/// <summary>A picture in a reply.</summary>
/// <param name="FileName">The name of its file: letters, digits, hyphens and an extension.</param>
/// <param name="AltText">All of its text, for readers who can't see it.</param>
/// <param name="Png">Draws it as a PNG; safe for many threads.</param>
public sealed record Picture(string FileName, string AltText, Func<ReadOnlyMemory<byte>> Png)
{
    /// <summary>
    /// The longest alternative text, in characters; longer text is shown next to the picture as well.
    /// </summary>
    public const int MaxAltText = 1024;
}
