
namespace PolicyBot.Chat.Messages;

/// <summary>A picture that says something by itself.</summary>
/// <param name="FileName">What its file is called; letters, digits, hyphens and an ending.</param>
/// <param name="AltText">All that can be read in it, for those who do not see it.</param>
/// <param name="Png">Draws it, as a PNG; safe for many threads.</param>
public sealed record Picture(string FileName, string AltText, Func<ReadOnlyMemory<byte>> Png)
{
    /// <summary>The longest text that a platform shows of it, Discord’s; what is longer is to stand beside the picture too.</summary>
    public const int MaxAltText = 1024;
}
