using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.CommandRegistration;

/// <summary>Creates Discord's form of the bot's commands.</summary>
internal static class ApplicationCommands
{
    private const int MaxChoices = 25;
    private const int MaxDescriptionLength = 100;

    private static readonly ApplicationCommandOption PrivateOption = new(
        CommandRequest.PrivateFlag,
        "Only you see the answer.",
        CommandOptionType.Boolean,
        IsRequired: false,
        [],
        HasAutocomplete: false);

    /// <summary>
    /// Creates a slash command for each command; one with subcommands for commands whose names start with the same
    /// word; and one in the context menu of messages for each command that has a message action.
    /// </summary>
    /// <exception cref="InvalidOperationException">The names of the commands can't be used together.</exception>
    public static IReadOnlyList<ApplicationCommand> Create(IReadOnlyList<CommandDefinition> definitions) =>
        [.. definitions.GroupBy(d => GetWords(d.Name)[0]).SelectMany(g => CreateGroup(g.Key, [.. g]))];

    private static IEnumerable<ApplicationCommand> CreateGroup(
        string name, IReadOnlyList<CommandDefinition> definitions)
    {
        yield return definitions is [{ } only] && only.Name == name
            ? CreateSlash(only, name)
            : CreateSlashWithSubcommands(name, definitions);
        foreach (var action in definitions.Select(d => d.MessageAction).OfType<string>())
            yield return new ApplicationCommand.Message(action);
    }

    private static ApplicationCommand.Slash CreateSlashWithSubcommands(
        string name, IReadOnlyList<CommandDefinition> definitions)
    {
        List<ApplicationCommand.Slash> subcommands =
            [.. definitions.Select(d => CreateSlash(d, GetSubcommandName(d)))];
        var description = string.Join(", ", subcommands.Select(s => s.Name));
        return new ApplicationCommand.Slash(name, TextSplitter.Truncate(description, MaxDescriptionLength), [])
        {
            Subcommands = subcommands,
            RequiresManageGuild = definitions.All(d => d.RequiresManageServer),
        };
    }

    private static ApplicationCommand.Slash CreateSlash(CommandDefinition definition, string name)
    {
        var options = definition.Options.Select(CreateOption);
        if (definition.CanBePrivate) options = options.Append(PrivateOption);
        return new ApplicationCommand.Slash(name, definition.Description, [.. options])
        {
            RequiresManageGuild = definition.RequiresManageServer,
        };
    }

    // If there are more choices than Discord allows, any text can be entered, and an invalid one is refused by the bot.
    private static ApplicationCommandOption CreateOption(CommandOption option) => new(
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

    private static string GetSubcommandName(CommandDefinition definition) =>
        GetWords(definition.Name) is [_, var second]
            ? second
            : throw new InvalidOperationException(
                $"Discord can't have the command “{definition.Name}” and others that start with the same word.");

    private static string[] GetWords(string name) => name.Split(' ');
}
