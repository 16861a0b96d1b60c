using PolicyBot.Chat.Commands;
using PolicyBot.Discord.Messages;

namespace PolicyBot.Discord.Registering;

/// <summary>Puts the bot's commands into Discord's form.</summary>
internal static class ApplicationCommands
{
    private const int MaxChoices = 25;

    public static ApplicationCommand Of(CommandDefinition definition) => new(definition.Name, definition.Description, [.. definition.Options.Select(Of)]);

    // An option with more choices than Discord shows takes any text; what is none of them is answered with what there is.
    private static ApplicationCommandOption Of(CommandOption option) => new(
        option.Name,
        option.Description,
        option.Kind == OptionKind.Flag,
        option.IsRequired,
        option.Choices.Count <= MaxChoices ? option.Choices : []);
}
