namespace PolicyBot.FakeDiscord.World;

/// <summary>
/// The interaction that a message responds to. The name is the command's; null for a component or a modal.
/// </summary>
internal sealed record InteractionSource(ulong Id, int Type, string? Name, DiscordUser User, ulong? GuildId)
{
    /// <summary>For a follow-up, the original response of the interaction.</summary>
    public ulong? OriginalResponseId { get; init; }

    /// <summary>The message whose component was used.</summary>
    public ulong? InteractedMessageId { get; init; }

    /// <summary>The message that a command was used on.</summary>
    public ulong? TargetMessageId { get; init; }

    /// <summary>The interaction that was answered with the modal.</summary>
    public InteractionSource? Triggering { get; init; }
}
