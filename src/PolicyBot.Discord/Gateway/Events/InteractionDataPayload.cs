namespace PolicyBot.Discord.Gateway.Events;

internal sealed record InteractionDataPayload(string Name, int Type)
{
    /// <summary>A slash command.</summary>
    public const int SlashCommand = 1;

    /// <summary>Null where none was given.</summary>
    public IReadOnlyList<InteractionOptionPayload>? Options { get; init; }
}
