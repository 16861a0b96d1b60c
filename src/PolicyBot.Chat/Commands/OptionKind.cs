namespace PolicyBot.Chat.Commands;

/// <summary>The type of an option's value.</summary>
public enum OptionKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Yes or no; "true" if it is set.</summary>
    Flag,

    /// <summary>A channel of the server, by its id on the platform.</summary>
    Channel,
}
