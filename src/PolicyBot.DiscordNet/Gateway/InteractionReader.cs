using System.Globalization;
using Discord;
using Discord.WebSocket;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>Reads Discord.Net's interactions.</summary>
internal static class InteractionReader
{
    /// <summary>Reads what the user used. Returns null for an interaction of an unsupported type.</summary>
    public static InteractionData? ReadData(SocketInteraction interaction) => interaction switch
    {
        SocketSlashCommand { Data: var data } => ReadCommand(data),
        SocketMessageCommand { Data: var data } =>
            new InteractionData.MessageCommand(data.Name, data.Message?.Content ?? ""),
        SocketMessageComponent { Data.Values.Count: > 0 } component =>
            new InteractionData.Component(component.Data.Values.First(), GetRecipient(component, component.Message)),
        SocketMessageComponent { Data.CustomId: { } id } component =>
            new InteractionData.Component(id, GetRecipient(component, component.Message)),
        SocketAutocompleteInteraction { Data: { Current: { Focused: true } focused } data } =>
            ReadAutocomplete(data, focused.Name),
        // Discord.Net doesn't read its fields.
        SocketModal { Data.CustomId: { } id } modal => new InteractionData.ModalSubmit(
            id,
            CapturedInteraction.Current?.Fields ?? new Dictionary<string, IReadOnlyList<string>>(),
            modal.Message is { } message ? GetRecipient(modal, message) : null),
        _ => null,
    };

    /// <summary>Finds the guild of an interaction. Returns null if it hasn't installed the bot.</summary>
    public static ulong? FindInstalledGuild(SocketInteraction interaction) =>
        interaction.IntegrationOwners?.ContainsKey(ApplicationIntegrationType.GuildInstall) == true
            ? interaction.GuildId
            : null;

    private static InteractionData.Command ReadCommand(SocketSlashCommandData data)
    {
        var (name, options) = (data.Name, data.Options);
        while (options.FirstOrDefault(o => IsSubcommand(o.Type)) is { } subcommand)
            (name, options) = ($"{name} {subcommand.Name}", subcommand.Options);
        return new InteractionData.Command(name, ReadOptions(options.Select(o => (o.Name, (object?)o.Value))));
    }

    // For autocomplete, Discord.Net puts the names of subcommands into one list with the options, outermost first.
    private static InteractionData.Autocomplete ReadAutocomplete(SocketAutocompleteInteractionData data, string focused)
    {
        var names = data.Options.Where(o => IsSubcommand(o.Type)).Select(o => o.Name);
        var options = data.Options.Where(o => !IsSubcommand(o.Type)).Select(o => (o.Name, (object?)o.Value));
        var name = string.Join(' ', [data.CommandName, .. names]);
        return new InteractionData.Autocomplete(name, ReadOptions(options), focused);
    }

    private static bool IsSubcommand(ApplicationCommandOptionType type) =>
        type is ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup;

    // Nobody else sees a direct message.
    private static MessageRecipient GetRecipient(SocketInteraction interaction, SocketUserMessage? message)
    {
        if (interaction.ContextType is InteractionContextType.BotDm) return MessageRecipient.Private;
        if (message is null) return MessageRecipient.OtherUser;
        if (message.Flags?.HasFlag(MessageFlags.Ephemeral) == true) return MessageRecipient.Private;
        return FindAnsweredUser(message) == interaction.User.Id
            ? MessageRecipient.SameUser
            : MessageRecipient.OtherUser;
    }

    private static ulong? FindAnsweredUser(SocketUserMessage message) =>
        message.InteractionMetadata?.UserId ?? message.ReferencedMessage?.Author?.Id;

    // A channel is its id: see CapturedInteraction.
    private static Dictionary<string, string> ReadOptions(IEnumerable<(string Name, object? Value)> options)
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
