using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>
/// Who did what, and where. Commands and autocomplete have the command; the option type is of the option being typed;
/// the source message is the one whose component was used.
/// </summary>
internal sealed record InteractionOrigin(int Type, DiscordChannel Channel, DiscordUser User)
{
    public string? CommandName { get; init; }

    public int CommandType { get; init; }

    public int FocusedOptionType { get; init; }

    public StoredMessage? Source { get; init; }

    public ulong? TargetMessageId { get; init; }

    /// <summary>For a modal, the interaction that it was the response to.</summary>
    public InteractionSource? Opener { get; init; }

    public InteractionSource ToSource(ulong id, ulong? originalResponseId = null) =>
        new(id, Type, CommandName, User, Channel.GuildId)
        {
            OriginalResponseId = originalResponseId,
            InteractedMessageId = Type == InteractionType.Component ? Source?.Id : null,
            TargetMessageId = TargetMessageId,
            Triggering = Opener,
        };
}
