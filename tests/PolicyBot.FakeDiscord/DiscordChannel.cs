namespace PolicyBot.FakeDiscord;

/// <summary>A text channel of a guild, or the direct messages with one person.</summary>
public sealed record DiscordChannel(ulong Id, ulong? GuildId, string Name)
{
    /// <summary>The person at the other end, in direct messages only.</summary>
    public ulong? RecipientId { get; init; }

    /// <summary>
    /// The person who acts there has installed the bot, and nobody else: its answers may have five follow-ups. Set it
    /// on a copy of the channel that is given to what the person does.
    /// </summary>
    public bool IsOnlyUserInstalled { get; init; }
}
