using PolicyBot.Discord.Messages;

namespace PolicyBot.Discord.Http.Payloads;

/// <summary>A command as it is sent to Discord, and as much as is read of one that Discord has.</summary>
internal sealed record CommandPayload
{
    private const int SlashCommand = 1;
    private const int MessageCommand = 3;

    public int Type { get; init; } = SlashCommand;

    public required string Name { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<CommandOptionPayload>? Options { get; init; }

    /// <summary>Where it can be used: 0 in guilds, 1 in direct messages with the bot, 2 in private channels. Not said of one guild's commands.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }

    /// <summary>For whom it can be installed: 0 guilds, 1 users. Likewise.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }

    public static CommandPayload Of(ApplicationCommand command, bool isGlobal)
    {
        var payload = command switch
        {
            ApplicationCommand.Slash slash => new CommandPayload { Name = slash.Name, Description = slash.Description, Options = [.. slash.Options.Select(CommandOptionPayload.Of)] },
            _ => new CommandPayload { Type = MessageCommand, Name = command.Name },
        };
        return isGlobal ? payload with { Contexts = [0, 1, 2], IntegrationTypes = [0, 1] } : payload;
    }

    /// <summary>Whether members would see no difference; what Discord adds of its own, and what is not said here, does not count.</summary>
    public bool IsSameAs(CommandPayload known) =>
        (Type, Name, Description ?? "") == (known.Type, known.Name, known.Description ?? "")
        && (Contexts is null || Contexts.SequenceEqual((known.Contexts ?? []).Order()))
        && (IntegrationTypes is null || IntegrationTypes.SequenceEqual((known.IntegrationTypes ?? []).Order()))
        && (Options ?? []).SequenceEqual(known.Options ?? [], CommandOptionPayload.Comparer);
}
