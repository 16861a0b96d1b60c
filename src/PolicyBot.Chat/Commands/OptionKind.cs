namespace PolicyBot.Chat.Commands;

/// <summary>What an option holds.</summary>
public enum OptionKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Yes or no; "true" where it is set.</summary>
    Flag,

    /// <summary>A channel of the server, as the platform names it.</summary>
    Channel,
}
