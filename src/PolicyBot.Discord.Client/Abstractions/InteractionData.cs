namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>What a user used. Closed: one of the five nested records.</summary>
public abstract record InteractionData
{
    private InteractionData()
    {
    }

    /// <summary>A slash command.</summary>
    /// <param name="Name">The command's name; for a subcommand both names, as in "daily set".</param>
    /// <param name="Options">
    /// The options by name: text as typed, a boolean as "true" or "false", a channel as its id.
    /// </param>
    public sealed record Command(string Name, IReadOnlyDictionary<string, string> Options) : InteractionData;

    /// <summary>A command of a message's context menu.</summary>
    /// <param name="Name">The command's name.</param>
    /// <param name="Text">The message's text; may be empty.</param>
    public sealed record MessageCommand(string Name, string Text) : InteractionData;

    /// <summary>A button, or an option of a menu.</summary>
    /// <param name="CustomId">The button's custom id, or the menu option's value.</param>
    /// <param name="Recipient">For whom its message is.</param>
    public sealed record Component(string CustomId, MessageRecipient Recipient) : InteractionData;

    /// <summary>A submitted modal.</summary>
    /// <param name="CustomId">The modal's custom id.</param>
    /// <param name="Fields">The values of its fields by custom id: one text, or those selected in a menu.</param>
    /// <param name="Recipient">For whom the message is whose button or menu opened it; null if none did.</param>
    public sealed record ModalSubmit(
        string CustomId, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields, MessageRecipient? Recipient)
        : InteractionData;

    /// <summary>Autocomplete: the user is typing an option of a slash command.</summary>
    /// <param name="Name">The command's name, as in <see cref="Command"/>.</param>
    /// <param name="Options">The options so far.</param>
    /// <param name="FocusedOption">The name of the option that is being typed.</param>
    public sealed record Autocomplete(string Name, IReadOnlyDictionary<string, string> Options, string FocusedOption)
        : InteractionData;
}
