using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>An option of a command, or a subcommand, which Discord counts among the options.</summary>
public sealed record CommandOptionPayload
{
    private const int Subcommand = 1;
    private const int Text = 3;
    private const int Boolean = 5;
    private const int Channel = 7;

    // Text channels and those for announcements.
    private static readonly IReadOnlyList<int> WritableChannels = [0, 5];

    public static IEqualityComparer<CommandOptionPayload> Comparer { get; } = EqualityComparer<CommandOptionPayload>.Create(AreEquivalent, o => o.Name.Length);

    public required int Type { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public bool? Required { get; init; }

    public bool? Autocomplete { get; init; }

    public IReadOnlyList<CommandChoicePayload>? Choices { get; init; }

    /// <summary>The kinds of channels that it may be.</summary>
    public IReadOnlyList<int>? ChannelTypes { get; init; }

    /// <summary>Of a subcommand.</summary>
    public IReadOnlyList<CommandOptionPayload>? Options { get; init; }

    /// <summary>What can be typed behind a command: its subcommands, or where it has none its options.</summary>
    public static IReadOnlyList<CommandOptionPayload> FromOptions(ApplicationCommand.Slash command) =>
        command.Subcommands.Count > 0 ? [.. command.Subcommands.Select(From)] : [.. command.Options.Select(From)];

    private static CommandOptionPayload From(ApplicationCommand.Slash subcommand) => new()
    {
        Type = Subcommand,
        Name = subcommand.Name,
        Description = subcommand.Description,
        Options = [.. subcommand.Options.Select(From)],
    };

    private static CommandOptionPayload From(ApplicationCommandOption option) => new()
    {
        Type = option.Type switch { CommandOptionType.Boolean => Boolean, CommandOptionType.Channel => Channel, _ => Text },
        Name = option.Name,
        Description = option.Description,
        Required = option.IsRequired,
        Autocomplete = option.HasAutocomplete ? true : null,
        Choices = option.Choices.Count == 0 ? null : [.. option.Choices.Select(c => CommandChoicePayload.From(c, c))],
        ChannelTypes = option.Type == CommandOptionType.Channel ? WritableChannels : null,
    };

    private static bool AreEquivalent(CommandOptionPayload? a, CommandOptionPayload? b) =>
        a is not null && b is not null
        && (a.Type, a.Name, a.Description, a.Required ?? false, a.Autocomplete ?? false) == (b.Type, b.Name, b.Description, b.Required ?? false, b.Autocomplete ?? false)
        && (a.Choices ?? []).Select(c => (c.Name, c.Value.ToString())).SequenceEqual((b.Choices ?? []).Select(c => (c.Name, c.Value.ToString())))
        && (a.ChannelTypes ?? []).Order().SequenceEqual((b.ChannelTypes ?? []).Order())
        && (a.Options ?? []).SequenceEqual(b.Options ?? [], Comparer);
}
