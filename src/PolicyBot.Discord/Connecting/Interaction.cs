namespace PolicyBot.Discord.Connecting;

/// <summary>A use of a command, or of a button or menu that calls one.</summary>
public sealed record Interaction
{
    /// <summary>Its id.</summary>
    public required ulong Id { get; init; }

    /// <summary>What was used.</summary>
    public required InteractionKind Kind { get; init; }

    /// <summary>The command's name; of a button or menu, that of the command that it calls.</summary>
    public required string Command { get; init; }

    /// <summary>The options that were given, by name: text as typed, a boolean as "true" or "false".</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>The channel's id.</summary>
    public required ulong Channel { get; init; }

    /// <summary>The id of whoever used it.</summary>
    public required ulong User { get; init; }

    /// <summary>When it was received, a timestamp of the <see cref="TimeProvider"/>: the three seconds for the first response run from here.</summary>
    public required long ReceivedAt { get; init; }

    /// <summary>Answers it.</summary>
    public required IInteractionResponder Responder { get; init; }
}
