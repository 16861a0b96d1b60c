using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>A command as it is sent to Discord, and as much as is read of one that Discord has.</summary>
public sealed record CommandPayload
{
    private const int SlashCommand = 1;
    private const int MessageCommand = 3;
    private const string ManageGuild = "32";

    public int Type { get; init; } = SlashCommand;

    public required string Name { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<CommandOptionPayload>? Options { get; init; }

    /// <summary>Who sees it at first, as the digits of the permissions that they must have; null of one that is for all.</summary>
    public string? DefaultMemberPermissions { get; init; }

    /// <summary>Where it can be used: 0 in guilds, 1 in direct messages with the bot, 2 in private channels. Not said of one guild's commands.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }

    /// <summary>For whom it can be installed: 0 guilds, 1 users. Likewise.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }

    public static CommandPayload From(ApplicationCommand command, bool isGlobal)
    {
        var (payload, isForManagers) = command is ApplicationCommand.Slash slash ? (From(slash), slash.RequiresManageGuild) : (new CommandPayload { Type = MessageCommand, Name = command.Name }, false);
        if (!isGlobal) return payload;
        return isForManagers ? payload with { Contexts = [0], IntegrationTypes = [0] } : payload with { Contexts = [0, 1, 2], IntegrationTypes = [0, 1] };
    }

    /// <summary>Whether members would see no difference; what Discord adds of its own, and what is not said here, does not count.</summary>
    public bool IsEquivalentTo(CommandPayload known) =>
        (Type, Name, Description ?? "", DefaultMemberPermissions) == (known.Type, known.Name, known.Description ?? "", known.DefaultMemberPermissions)
        && (Contexts is null || Contexts.SequenceEqual((known.Contexts ?? []).Order()))
        && (IntegrationTypes is null || IntegrationTypes.SequenceEqual((known.IntegrationTypes ?? []).Order()))
        && (Options ?? []).SequenceEqual(known.Options ?? [], CommandOptionPayload.Comparer);

    private static CommandPayload From(ApplicationCommand.Slash command) => new()
    {
        Name = command.Name,
        Description = command.Description,
        Options = CommandOptionPayload.FromOptions(command),
        DefaultMemberPermissions = command.RequiresManageGuild ? ManageGuild : null,
    };
}
