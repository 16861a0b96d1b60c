namespace PolicyBot.FakeDiscord;

/// <summary>A text channel of a guild, a thread of one, or the direct messages with a user.</summary>
public sealed record DiscordChannel(ulong Id, ulong? GuildId, string Name)
{
    /// <summary>The channel that it is a public thread of, or null.</summary>
    public ulong? ParentId { get; init; }

    /// <summary>The other user, only in direct messages.</summary>
    public ulong? RecipientId { get; init; }

    /// <summary>
    /// Whether only the acting user has installed the bot, so that responses may have at most five follow-ups. Set it
    /// on a copy of the channel that is passed to an action.
    /// </summary>
    public bool IsOnlyUserInstalled { get; init; }
}
