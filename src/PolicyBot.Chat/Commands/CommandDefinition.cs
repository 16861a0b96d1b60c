using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>A command as it is registered with a platform and listed in the help.</summary>
/// <param name="Name">
/// Lower-case letters and hyphens; unique. A subcommand is its group's name, a space, and its own name.
/// </param>
/// <param name="Description">What it does; at most 100 characters.</param>
/// <param name="Options">Its options, required ones first.</param>
public sealed record CommandDefinition(string Name, string Description, IReadOnlyList<CommandOption> Options)
{
    /// <summary>Whether users can call it by name; if not, only buttons lead to it.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>
    /// Whether it is for moderators only: by default those who can manage the server, unless the platform's settings
    /// allow or deny it. The command checks the permission itself, too.
    /// </summary>
    public bool RequiresManageServer { get; init; }

    /// <summary>
    /// Whether it needs the article of the caller's server; if not, it works while that can't be loaded.
    /// </summary>
    public bool UsesArticle { get; init; } = true;

    /// <summary>
    /// Whether its replies are public unless the user sets the flag <see cref="CommandRequest.PrivateFlag"/>, which
    /// platforms with other readers offer.
    /// </summary>
    public bool CanBePrivate { get; init; }

    /// <summary>
    /// Its name in the menu of a message, on platforms that have one; the message's text becomes its first option. Null
    /// if it can't be used on a message.
    /// </summary>
    public string? MessageAction { get; init; }

    /// <summary>How it is typed: <c>/quote [by] [about] [random]</c>.</summary>
    public string Usage => "/" + string.Join(' ', [Name, .. Options.Select(FormatPlaceholder)]);

    private static string FormatPlaceholder(CommandOption option)
    {
        var text = option.Choices.Count > 0 ? $"{option.Name}: {string.Join('|', option.Choices)}" : option.Name;
        return option.IsRequired ? text : $"[{text}]";
    }
}
