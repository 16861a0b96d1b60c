using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>
/// Reads the data of the gateway's events. Invalid data throws a <see cref="JsonException"/>.
/// </summary>
internal static class EventReader
{
    private const int DefaultMessage = 0;
    private const int ReplyMessage = 19;

    /// <summary>Reads READY.</summary>
    public static ReadyPayload ReadReady(ReadOnlySpan<byte> data) => Deserialize(data, EventJson.Default.ReadyPayload);

    /// <summary>Reads the guild's id in APPLICATION_COMMAND_PERMISSIONS_UPDATE.</summary>
    public static ulong ReadCommandPermissionsUpdate(ReadOnlySpan<byte> data) =>
        Deserialize(data, EventJson.Default.CommandPermissionsUpdatePayload).GuildId;

    /// <summary>
    /// Reads MESSAGE_CREATE. Returns null for a message that isn't for the bot: its own, or one in a guild that doesn't
    /// contain the bot's id, which isn't even parsed.
    /// </summary>
    /// <param name="data">The event.</param>
    /// <param name="botId">The id of the bot's user in ASCII digits, as in JSON.</param>
    public static IncomingMessage? ReadMessage(ReadOnlySpan<byte> data, ReadOnlySpan<byte> botId)
    {
        if (data.IndexOf(botId) < 0 && IsFromGuild(data)) return null;
        var message = Deserialize(data, EventJson.Default.MessageCreatePayload);
        var bot = ulong.Parse(botId, CultureInfo.InvariantCulture);
        if (message.Author.Id == bot) return null;
        return new IncomingMessage
        {
            Id = message.Id,
            ChannelId = message.ChannelId,
            GuildId = message.GuildId,
            AuthorId = message.Author.Id,
            IsFromPerson = message is
            {
                WebhookId: null,
                Author: { Bot: false, System: false },
                Type: DefaultMessage or ReplyMessage,
            },
            IsDirect = message.GuildId is null,
            MentionsBot = message.Mentions?.Any(m => m.Id == bot) ?? false,
            RepliesToBot = message.ReferencedMessage?.Author?.Id == bot,
            Content = message.Content,
        };
    }

    /// <summary>Reads INTERACTION_CREATE. Returns null for an interaction of an unsupported type.</summary>
    /// <param name="data">The event.</param>
    /// <param name="receivedAt">When it was received, a timestamp.</param>
    /// <param name="createResponder">
    /// Creates its responder, from its id, the application's id and the interaction's token.
    /// </param>
    public static Interaction? ReadInteraction(
        ReadOnlySpan<byte> data, long receivedAt, Func<ulong, ulong, string, IInteractionResponder> createResponder)
    {
        var interaction = Deserialize(data, EventJson.Default.InteractionCreatePayload);
        var user = interaction.Member?.User
            ?? interaction.User
            ?? throw new JsonException("The interaction has no user.");
        if (interaction.ChannelId is not { } channel || ReadData(interaction, user.Id) is not { } interactionData)
            return null;
        return new Interaction
        {
            Id = interaction.Id,
            Data = interactionData,
            ChannelId = channel,
            ThreadParentId = interaction.Channel?.ThreadParentId,
            UserId = user.Id,
            GuildId = interaction.AuthorizingIntegrationOwners?.Guild is null ? null : interaction.GuildId,
            Permissions = interaction.Member?.Permissions ?? 0,
            Roles = interaction.Member?.Roles ?? [],
            ReceivedAt = receivedAt,
            Responder = createResponder(interaction.Id, interaction.ApplicationId, interaction.Token),
        };
    }

    // A forwarded message also has a guild_id, in a reference that contains only ids; some servers write null for
    // direct messages. Within a text, the quotation marks would be escaped, so this finds only property names.
    private static bool IsFromGuild(ReadOnlySpan<byte> data)
    {
        var (start, found) = (0, 0);
        var property = "\"guild_id\""u8;
        while ((found = data[start..].IndexOf(property)) >= 0)
        {
            var before = data[..(start + found)];
            start += found + property.Length;
            if (data[start..].TrimStart(": \t\r\n"u8).StartsWith("null"u8)) continue;
            var brace = before.LastIndexOfAny((byte)'{', (byte)'}');
            if (brace < 0 || before[brace] != '{' || !before[..brace].EndsWith("\"message_reference\":"u8)) return true;
        }

        return false;
    }

    private static InteractionData? ReadData(InteractionCreatePayload interaction, ulong user) =>
        (interaction.Type, interaction.Data) switch
        {
            (InteractionCreatePayload.Command, { Type: InteractionDataPayload.SlashCommand, Name: { } name } command) =>
                ReadCommand(name, command.Options ?? []),
            (InteractionCreatePayload.Command, { Type: InteractionDataPayload.MessageCommand, Name: { } name } used) =>
                new InteractionData.MessageCommand(name, used.FindTargetMessage()?.Content ?? ""),
            (InteractionCreatePayload.Component, { Values: [var value, ..] }) =>
                new InteractionData.Component(value, GetRecipient(interaction, user)),
            (InteractionCreatePayload.Component, { CustomId: { } id }) =>
                new InteractionData.Component(id, GetRecipient(interaction, user)),
            (InteractionCreatePayload.Autocomplete, { Name: { } name, Options: { } options }) =>
                ReadAutocomplete(name, options),
            (InteractionCreatePayload.ModalSubmit, { CustomId: { } id } modal) =>
                new InteractionData.ModalSubmit(
                    id,
                    ReadFields(modal.Components ?? []),
                    interaction.Message is null ? null : GetRecipient(interaction, user)),
            _ => null,
        };

    private static InteractionData.Command ReadCommand(string name, IReadOnlyList<InteractionOptionPayload> options) =>
        options is [{ IsSubcommand: true } subcommand]
            ? ReadCommand($"{name} {subcommand.Name}", subcommand.Options ?? [])
            : new InteractionData.Command(name, ReadOptions(options));

    private static InteractionData.Autocomplete? ReadAutocomplete(
        string name, IReadOnlyList<InteractionOptionPayload> options)
    {
        if (options is [{ IsSubcommand: true } subcommand])
            return ReadAutocomplete($"{name} {subcommand.Name}", subcommand.Options ?? []);
        return options.FirstOrDefault(o => o.Focused == true) is { } focused
            ? new InteractionData.Autocomplete(name, ReadOptions(options), focused.Name)
            : null;
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadFields(
        IReadOnlyList<ModalComponentPayload> components)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var field in components.Select(c => c.Component ?? c))
        {
            if (field.CustomId is { } id) fields[id] = field.Values ?? [field.Value ?? ""];
        }

        return fields;
    }

    // Nobody else sees a direct message.
    private static MessageRecipient GetRecipient(InteractionCreatePayload interaction, ulong user) => interaction switch
    {
        { Context: InteractionCreatePayload.DirectMessages } or { Message.IsPrivate: true } => MessageRecipient.Private,
        { Message: { } message } when message.IsAnswerTo(user) => MessageRecipient.SameUser,
        _ => MessageRecipient.OtherUser,
    };

    private static Dictionary<string, string> ReadOptions(IReadOnlyList<InteractionOptionPayload> options)
    {
        var values = new Dictionary<string, string>(options.Count, StringComparer.Ordinal);
        foreach (var option in options)
        {
            values[option.Name] = option.Value.ValueKind switch
            {
                JsonValueKind.String => option.Value.GetString()!,
                JsonValueKind.Undefined => throw new JsonException($"The option {option.Name} has no value."),
                _ => option.Value.GetRawText(),
            };
        }

        return values;
    }

    private static T Deserialize<T>(ReadOnlySpan<byte> data, JsonTypeInfo<T> type)
    {
        // The reader stops after the value, because other text may follow; see GatewayPayload.Data.
        var reader = new Utf8JsonReader(data);
        return JsonSerializer.Deserialize(ref reader, type) ?? throw new JsonException("The event's data is null.");
    }
}
