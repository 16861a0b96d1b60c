namespace PolicyBot.Discord.Messages;

/// <summary>A message that the bot sends. It never pings anybody, whatever stands in it.</summary>
/// <param name="Embeds">Its embeds, 1 to 10, of at most 6000 characters in all.</param>
public sealed record OutgoingMessage(IReadOnlyList<Embed> Embeds)
{
    /// <summary>Whether only the one who used the command sees it.</summary>
    public bool IsPrivate { get; init; }
}
