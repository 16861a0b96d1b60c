namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>What was used: a command, or a button or menu.</summary>
internal sealed record InteractionDataPayload
{
    /// <summary>A slash command.</summary>
    public const int SlashCommand = 1;

    /// <summary>A command on a message.</summary>
    public const int MessageCommand = 3;

    /// <summary>The command's name.</summary>
    public string? Name { get; init; }

    /// <summary>The command's kind.</summary>
    public int? Type { get; init; }

    /// <summary>Null where none was given.</summary>
    public IReadOnlyList<InteractionOptionPayload>? Options { get; init; }

    /// <summary>The message that the command was used on.</summary>
    public ulong? TargetId { get; init; }

    /// <summary>What the ids in here stand for.</summary>
    public ResolvedPayload? Resolved { get; init; }

    /// <summary>The button's or menu's id.</summary>
    public string? CustomId { get; init; }

    /// <summary>What was selected from a menu; null of a button.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}
