using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>A command as it is told to a platform and in the help.</summary>
/// <param name="Name">Lower-case letters and hyphens; unique. Commands that belong together share their first word, behind which a blank stands.</param>
/// <param name="Description">What it does; at most 100 characters.</param>
/// <param name="Options">Its options, required ones first.</param>
public sealed record CommandDefinition(string Name, string Description, IReadOnlyList<CommandOption> Options)
{
    /// <summary>Whether people can call it by its name; else it is there for choices to lead to.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>Whether only those who may manage a server can call it; the command checks that again by itself.</summary>
    public bool RequiresManageServer { get; init; }

    /// <summary>Whether it needs the article of the caller's server; if not, it works while that can't be loaded.</summary>
    public bool UsesArticle { get; init; } = true;

    /// <summary>
    /// Whether all see its replies unless the one who calls it wants them for themselves alone, by the flag <see cref="CommandRequest.PrivateFlag"/>, which
    /// platforms where others listen offer.
    /// </summary>
    public bool CanBePrivate { get; init; }

    /// <summary>What it is called where a platform lets it be used on a message, whose text is then its first option; null where it cannot be.</summary>
    public string? MessageAction { get; init; }

    /// <summary>How it is typed: <c>/quote [by] [about] [random]</c>.</summary>
    public string Usage => "/" + string.Join(' ', [Name, .. Options.Select(Placeholder)]);

    private static string Placeholder(CommandOption option)
    {
        var text = option.Choices.Count > 0 ? $"{option.Name}: {string.Join('|', option.Choices)}" : option.Name;
        return option.IsRequired ? text : $"[{text}]";
    }
}
