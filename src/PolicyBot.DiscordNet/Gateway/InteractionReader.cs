using System.Globalization;
using Discord;
using Discord.WebSocket;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>Reads the library's interactions.</summary>
internal static class InteractionReader
{
    /// <summary>What somebody did, or null where it is no use of a command, a button or a menu.</summary>
    public static InteractionData? Use(SocketInteraction interaction) => interaction switch
    {
        SocketSlashCommand { Data: var data } => Command(data),
        SocketMessageCommand { Data: var data } => new InteractionData.MessageCommand(data.Name, data.Message?.Content ?? ""),
        SocketMessageComponent { Data.Values.Count: > 0 } component => new InteractionData.Component(component.Data.Values.First(), Under(component)),
        SocketMessageComponent { Data.CustomId: { } id } component => new InteractionData.Component(id, Under(component)),
        SocketAutocompleteInteraction { Data: { Current: { Focused: true } focused } data } => Typing(data, focused.Name),
        _ => null,
    };

    /// <summary>The guild in which it was done, where that has installed the bot; otherwise null.</summary>
    public static ulong? Guild(SocketInteraction interaction) =>
        interaction.IntegrationOwners?.ContainsKey(ApplicationIntegrationType.GuildInstall) == true ? interaction.GuildId : null;

    private static InteractionData.Command Command(SocketSlashCommandData data)
    {
        var (name, options) = (data.Name, data.Options);
        while (options.FirstOrDefault(o => IsSubcommand(o.Type)) is { } subcommand) (name, options) = ($"{name} {subcommand.Name}", subcommand.Options);
        return new InteractionData.Command(name, Options(options.Select(o => (o.Name, (object?)o.Value))));
    }

    // Here the library puts the names of subcommands in one list with the options, outermost first.
    private static InteractionData.Autocomplete Typing(SocketAutocompleteInteractionData data, string focused)
    {
        var names = data.Options.Where(o => IsSubcommand(o.Type)).Select(o => o.Name);
        var options = data.Options.Where(o => !IsSubcommand(o.Type)).Select(o => (o.Name, (object?)o.Value));
        return new InteractionData.Autocomplete(string.Join(' ', [data.CommandName, .. names]), Options(options), focused);
    }

    private static bool IsSubcommand(ApplicationCommandOptionType type) =>
        type is ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup;

    // What stands in direct messages, nobody else sees.
    private static ComponentOwner Under(SocketMessageComponent component) => component switch
    {
        { ContextType: InteractionContextType.BotDm } => ComponentOwner.Private,
        { Message: { } message } when message.Flags?.HasFlag(MessageFlags.Ephemeral) == true => ComponentOwner.Private,
        { Message: { } message } when AnsweredUser(message) == component.User.Id => ComponentOwner.SameUser,
        _ => ComponentOwner.OtherUser,
    };

    private static ulong? AnsweredUser(SocketUserMessage message) => message.InteractionMetadata?.UserId ?? message.ReferencedMessage?.Author?.Id;

    // A channel is its id: see CapturedInteraction.
    private static Dictionary<string, string> Options(IEnumerable<(string Name, object? Value)> options)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in options)
        {
            values[name] = value switch
            {
                string text => text,
                bool flag => flag ? "true" : "false",
                _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
            };
        }

        return values;
    }
}
