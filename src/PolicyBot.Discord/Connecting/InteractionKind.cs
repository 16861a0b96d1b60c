namespace PolicyBot.Discord.Connecting;

/// <summary>What somebody used.</summary>
public enum InteractionKind
{
    /// <summary>A command.</summary>
    Command,

    /// <summary>A button or menu under a message that all see.</summary>
    PublicChoice,

    /// <summary>A button or menu under a message that the user alone sees.</summary>
    PrivateChoice,
}
