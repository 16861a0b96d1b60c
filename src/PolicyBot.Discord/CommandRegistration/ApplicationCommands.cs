using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Rendering;

namespace PolicyBot.Discord.CommandRegistration;

/// <summary>Puts the bot's commands into Discord's form.</summary>
internal static class ApplicationCommands
{
    private const int MaxChoices = 25;
    private const int MaxDescription = 100;

    private static readonly ApplicationCommandOption Private = new(CommandRequest.PrivateFlag, "Only you see the answer.", CommandOptionType.Boolean, IsRequired: false, [], HasAutocomplete: false);

    /// <summary>A slash command each, but one for all whose names begin with the same of two words; and where one can be used on a message, one for that.</summary>
    public static IReadOnlyList<ApplicationCommand> Create(IReadOnlyList<CommandDefinition> definitions) => [.. definitions.GroupBy(d => Words(d.Name)[0]).SelectMany(g => OfGroup(g.Key, [.. g]))];

    private static IEnumerable<ApplicationCommand> OfGroup(string name, IReadOnlyList<CommandDefinition> definitions)
    {
        if (definitions is [{ } only] && only.Name == name)
        {
            yield return Create(only, name);
        }
        else
        {
            List<ApplicationCommand.Slash> subcommands = [.. definitions.Select(d => Create(d, Words(d.Name) is [_, var second] ? second : throw Unnameable(d)))];
            var description = TextSplitter.Truncate(string.Join(", ", subcommands.Select(s => s.Name)), MaxDescription);
            yield return new ApplicationCommand.Slash(name, description, []) { Subcommands = subcommands, RequiresManageGuild = definitions.All(d => d.RequiresManageServer) };
        }

        foreach (var action in definitions.Select(d => d.MessageAction).OfType<string>()) yield return new ApplicationCommand.Message(action);
    }

    private static string[] Words(string name) => name.Split(' ');

    private static InvalidOperationException Unnameable(CommandDefinition definition) =>
        new($"Discord cannot have the command “{definition.Name}” beside the others that begin with the same word.");

    private static ApplicationCommand.Slash Create(CommandDefinition definition, string name) =>
        new(name, definition.Description, [.. definition.Options.Select(Create), .. definition.CanBePrivate ? [Private] : Array.Empty<ApplicationCommandOption>()])
        {
            RequiresManageGuild = definition.RequiresManageServer,
        };

    // An option with more choices than Discord shows takes any text; what is none of them is answered with what there is.
    private static ApplicationCommandOption Create(CommandOption option) => new(
        option.Name,
        option.Description,
        option.Kind switch
        {
            OptionKind.Flag => CommandOptionType.Boolean,
            OptionKind.Channel => CommandOptionType.Channel,
            _ => CommandOptionType.String,
        },
        option.IsRequired,
        option.Choices.Count <= MaxChoices ? option.Choices : [],
        option.HasAutocomplete);
}
