namespace PolicyBot.Discord.Gateway.Events;

/// <summary>What was used: a command, or a button or menu.</summary>
internal sealed record InteractionDataPayload
{
    /// <summary>A slash command.</summary>
    public const int SlashCommand = 1;

    /// <summary>The command's name.</summary>
    public string? Name { get; init; }

    /// <summary>The command's kind.</summary>
    public int? Type { get; init; }

    /// <summary>Null where none was given.</summary>
    public IReadOnlyList<InteractionOptionPayload>? Options { get; init; }

    /// <summary>The button's or menu's id.</summary>
    public string? CustomId { get; init; }

    /// <summary>What was selected from a menu; null of a button.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}
