namespace PolicyBot.Discord.Testing;

/// <summary>A text channel of a guild, or the direct messages with one person.</summary>
public sealed record DiscordChannel(ulong Id, ulong? GuildId, string Name)
{
    /// <summary>The person at the other end, in direct messages only.</summary>
    public ulong? RecipientId { get; init; }
}
