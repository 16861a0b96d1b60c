namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>What somebody did. Closed: one of the four records within.</summary>
public abstract record InteractionData
{
    private InteractionData()
    {
    }

    /// <summary>Used a slash command.</summary>
    /// <param name="Name">The command's name; of a subcommand both names with a blank between, as in "daily set".</param>
    /// <param name="Options">The options that were given, by name: text as typed, a boolean as "true" or "false", a channel as its id.</param>
    public sealed record Command(string Name, IReadOnlyDictionary<string, string> Options) : InteractionData;

    /// <summary>Used a command on a message.</summary>
    /// <param name="Name">The command's name.</param>
    /// <param name="Text">The message's text; empty where it has none.</param>
    public sealed record MessageCommand(string Name, string Text) : InteractionData;

    /// <summary>Pressed a button, or selected from a menu.</summary>
    /// <param name="CustomId">The id of the button, or of what was selected.</param>
    /// <param name="Owner">The message that it stands under.</param>
    public sealed record Component(string CustomId, ComponentOwner Owner) : InteractionData;

    /// <summary>Is typing an option of a slash command, and wants to be offered something.</summary>
    /// <param name="Name">The command's name, as of <see cref="Command"/>.</param>
    /// <param name="Options">The options as far as they are given.</param>
    /// <param name="FocusedOption">The option that is being typed.</param>
    public sealed record Autocomplete(string Name, IReadOnlyDictionary<string, string> Options, string FocusedOption) : InteractionData;
}
