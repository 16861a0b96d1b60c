using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>A command to register, or the used properties of a registered one.</summary>
public sealed record CommandPayload
{
    private const int SlashCommand = 1;
    private const int MessageCommand = 3;
    private const string ManageGuild = "32";

    /// <summary>Discord's number of its type.</summary>
    public int Type { get; init; } = SlashCommand;

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The description of a slash command.</summary>
    public string? Description { get; init; }

    /// <summary>Its options or subcommands.</summary>
    public IReadOnlyList<CommandOptionPayload>? Options { get; init; }

    /// <summary>The permission bits in digits that members need by default; null for a command for everyone.</summary>
    public string? DefaultMemberPermissions { get; init; }

    /// <summary>
    /// Where it can be used: 0 in guilds, 1 in direct messages with the bot, 2 in other private channels. Null for a
    /// guild's command.
    /// </summary>
    public IReadOnlyList<int>? Contexts { get; init; }

    /// <summary>Who can install it: 0 guilds, 1 users. Null for a guild's command.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }

    /// <summary>Converts a command to Discord's form.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isGlobal">Whether it is registered globally, not in a guild.</param>
    public static CommandPayload From(ApplicationCommand command, bool isGlobal)
    {
        var payload = command is ApplicationCommand.Slash slash
            ? FromSlash(slash)
            : new CommandPayload { Type = MessageCommand, Name = command.Name };
        if (!isGlobal) return payload;
        return command is ApplicationCommand.Slash { RequiresManageGuild: true }
            ? payload with { Contexts = [0], IntegrationTypes = [0] }
            : payload with { Contexts = [0, 1, 2], IntegrationTypes = [0, 1] };
    }

    /// <summary>
    /// Whether registering this command instead of another one would change nothing. Properties that this command
    /// leaves to Discord aren't compared.
    /// </summary>
    public bool IsEquivalentTo(CommandPayload registered) =>
        (Type, Name, Description ?? "") == (registered.Type, registered.Name, registered.Description ?? "")
        && DefaultMemberPermissions == registered.DefaultMemberPermissions
        && (Contexts is null || Contexts.SequenceEqual((registered.Contexts ?? []).Order()))
        && (IntegrationTypes is null || IntegrationTypes.SequenceEqual((registered.IntegrationTypes ?? []).Order()))
        && (Options ?? []).SequenceEqual(registered.Options ?? [], CommandOptionPayload.Comparer);

    private static CommandPayload FromSlash(ApplicationCommand.Slash command) => new()
    {
        Name = command.Name,
        Description = command.Description,
        Options = CommandOptionPayload.FromOptions(command),
        DefaultMemberPermissions = command.RequiresManageGuild ? ManageGuild : null,
    };
}
