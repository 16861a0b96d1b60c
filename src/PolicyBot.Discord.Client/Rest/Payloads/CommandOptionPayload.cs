using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>An option of a command, or a subcommand, which Discord treats as an option.</summary>
public sealed record CommandOptionPayload
{
    private const int SubcommandType = 1;
    private const int StringType = 3;
    private const int BooleanType = 5;
    private const int ChannelType = 7;

    private const int TextChannel = 0;
    private const int AnnouncementChannel = 5;

    /// <summary>Discord's number of its type.</summary>
    public required int Type { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its description.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the command can't be sent without it.</summary>
    public bool? Required { get; init; }

    /// <summary>Whether Discord asks for values while the user types it.</summary>
    public bool? Autocomplete { get; init; }

    /// <summary>Its allowed values.</summary>
    public IReadOnlyList<CommandChoicePayload>? Choices { get; init; }

    /// <summary>Discord's numbers of the allowed channel types.</summary>
    public IReadOnlyList<int>? ChannelTypes { get; init; }

    /// <summary>The options of a subcommand.</summary>
    public IReadOnlyList<CommandOptionPayload>? Options { get; init; }

    internal static IEqualityComparer<CommandOptionPayload> Comparer { get; } =
        EqualityComparer<CommandOptionPayload>.Create(AreEquivalent, o => o.Name.Length);

    /// <summary>Converts a command's subcommands or, if it has none, its options.</summary>
    internal static IReadOnlyList<CommandOptionPayload> FromOptions(ApplicationCommand.Slash command) =>
        command.Subcommands.Count > 0 ? [.. command.Subcommands.Select(From)] : [.. command.Options.Select(From)];

    private static CommandOptionPayload From(ApplicationCommand.Slash subcommand) => new()
    {
        Type = SubcommandType,
        Name = subcommand.Name,
        Description = subcommand.Description,
        Options = [.. subcommand.Options.Select(From)],
    };

    private static CommandOptionPayload From(ApplicationCommandOption option) => new()
    {
        Type = option.Type switch
        {
            CommandOptionType.Boolean => BooleanType,
            CommandOptionType.Channel => ChannelType,
            _ => StringType,
        },
        Name = option.Name,
        Description = option.Description,
        Required = option.IsRequired,
        Autocomplete = option.HasAutocomplete ? true : null,
        Choices = option.Choices.Count == 0 ? null : [.. option.Choices.Select(c => CommandChoicePayload.From(c, c))],
        ChannelTypes = option.Type == CommandOptionType.Channel ? [TextChannel, AnnouncementChannel] : null,
    };

    private static bool AreEquivalent(CommandOptionPayload? a, CommandOptionPayload? b) =>
        a is not null
        && b is not null
        && (a.Type, a.Name, a.Description) == (b.Type, b.Name, b.Description)
        && (a.Required ?? false) == (b.Required ?? false)
        && (a.Autocomplete ?? false) == (b.Autocomplete ?? false)
        && GetChoices(a).SequenceEqual(GetChoices(b))
        && (a.ChannelTypes ?? []).Order().SequenceEqual((b.ChannelTypes ?? []).Order())
        && (a.Options ?? []).SequenceEqual(b.Options ?? [], Comparer);

    private static IEnumerable<(string Name, string Value)> GetChoices(CommandOptionPayload option) =>
        (option.Choices ?? []).Select(c => (c.Name, c.Value.ToString()));
}
