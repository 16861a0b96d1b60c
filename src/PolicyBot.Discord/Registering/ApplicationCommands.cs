using PolicyBot.Chat.Commands;
using PolicyBot.Discord.Messages;

namespace PolicyBot.Discord.Registering;

/// <summary>Puts the bot's commands into Discord's form.</summary>
internal static class ApplicationCommands
{
    private const int MaxChoices = 25;

    private static readonly ApplicationCommandOption Private = new(Invocation.Private, "Only you see the answer.", IsFlag: true, IsRequired: false, [], IsCompleted: false);

    /// <summary>A slash command, and where it can be used on a message one for that.</summary>
    public static IEnumerable<ApplicationCommand> Of(CommandDefinition definition)
    {
        yield return new ApplicationCommand.Slash(
            definition.Name, definition.Description, [.. definition.Options.Select(Of), .. definition.CanBePrivate ? [Private] : Array.Empty<ApplicationCommandOption>()]);
        if (definition.MessageAction is { } name) yield return new ApplicationCommand.OnMessage(name);
    }

    // An option with more choices than Discord shows takes any text; what is none of them is answered with what there is.
    private static ApplicationCommandOption Of(CommandOption option) => new(
        option.Name,
        option.Description,
        option.Kind == OptionKind.Flag,
        option.IsRequired,
        option.Choices.Count <= MaxChoices ? option.Choices : [],
        option.HasSuggestions);
}
