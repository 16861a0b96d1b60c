namespace PolicyBot.Discord.Testing.World;

/// <summary>The interaction that a message answers. The name is the command's; null for a component or a modal.</summary>
internal sealed record InteractionSource(ulong Id, int Type, string? Name, DiscordUser User, ulong? GuildId)
{
    /// <summary>For a follow-up, the message that the interaction was first answered with.</summary>
    public ulong? OriginalResponseId { get; init; }
}
