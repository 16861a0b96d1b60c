namespace PolicyBot.Discord.Client.Messages;

/// <summary>The type of a slash command's option. Discord has more types; these are the supported ones.</summary>
public enum CommandOptionType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A text or announcement channel.</summary>
    Channel,
}
