namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>The command, button or menu that was used, or the modal that was submitted.</summary>
internal sealed record InteractionDataPayload
{
    /// <summary>The type of a slash command.</summary>
    public const int SlashCommand = 1;

    /// <summary>The type of a command in a message's context menu.</summary>
    public const int MessageCommand = 3;

    /// <summary>The command's name.</summary>
    public string? Name { get; init; }

    /// <summary>The command's type.</summary>
    public int? Type { get; init; }

    /// <summary>The command's options, or null if there are none.</summary>
    public IReadOnlyList<InteractionOptionPayload>? Options { get; init; }

    /// <summary>The message whose context menu was used.</summary>
    public ulong? TargetId { get; init; }

    /// <summary>The objects that are referenced by their ids.</summary>
    public ResolvedPayload? Resolved { get; init; }

    /// <summary>The custom id of the button, menu or modal.</summary>
    public string? CustomId { get; init; }

    /// <summary>The selected values of a menu; null for a button.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The components of a modal, with what the user entered.</summary>
    public IReadOnlyList<ModalComponentPayload>? Components { get; init; }

    /// <summary>Finds the message whose context menu was used.</summary>
    public ResolvedPayload.ResolvedMessagePayload? FindTargetMessage() =>
        Resolved?.Messages?.GetValueOrDefault(TargetId ?? 0);
}
