using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>Reads the events that the bot needs. What is no such event throws a <see cref="JsonException"/>.</summary>
internal static class EventReader
{
    private const int PlainMessage = 0;
    private const int ReplyMessage = 19;

    /// <summary>READY.</summary>
    public static ReadyPayload ReadReady(ReadOnlySpan<byte> data) => Read(data, EventJson.Default.ReadyPayload);

    /// <summary>MESSAGE_CREATE, or null where it is none of the bot's business, which is seen without reading it: a guild's message in which the bot's id does not stand.</summary>
    /// <param name="data">The event.</param>
    /// <param name="bot">The bot user's id, as it stands in JSON.</param>
    public static IncomingMessage? ReadMessage(ReadOnlySpan<byte> data, ReadOnlySpan<byte> bot)
    {
        if (data.IndexOf(bot) < 0 && IsOfAGuild(data)) return null;
        var message = Read(data, EventJson.Default.MessageCreatePayload);
        var botId = ulong.Parse(bot, CultureInfo.InvariantCulture);
        if (message.Author.Id == botId) return null;
        return new IncomingMessage
        {
            Id = message.Id,
            ChannelId = message.ChannelId,
            GuildId = message.GuildId,
            AuthorId = message.Author.Id,
            IsFromPerson = message is { WebhookId: null, Author: { Bot: false, System: false }, Type: PlainMessage or ReplyMessage },
            IsDirect = message.GuildId is null,
            MentionsBot = message.Mentions?.Any(m => m.Id == botId) ?? false,
            RepliesToBot = message.ReferencedMessage?.Author?.Id == botId,
            Content = message.Content,
        };
    }

    /// <summary>INTERACTION_CREATE, or null where it is no use of a command, a button or a menu.</summary>
    /// <param name="data">The event.</param>
    /// <param name="receivedAt">When it was received, a timestamp.</param>
    /// <param name="responderFor">Makes what answers an interaction: of its id, the application's, and its token.</param>
    public static Interaction? ReadInteraction(ReadOnlySpan<byte> data, long receivedAt, Func<ulong, ulong, string, IInteractionResponder> responderFor)
    {
        var interaction = Read(data, EventJson.Default.InteractionCreatePayload);
        var user = (interaction.Member?.User ?? interaction.User ?? throw new JsonException("An interaction is nobody’s.")).Id;
        if (interaction.ChannelId is not { } channel || Use(interaction, user) is not { } use) return null;
        return new Interaction
        {
            Id = interaction.Id,
            Data = use,
            ChannelId = channel,
            UserId = user,
            GuildId = interaction.AuthorizingIntegrationOwners?.Guild is null ? null : interaction.GuildId,
            Permissions = interaction.Member?.Permissions ?? 0,
            ReceivedAt = receivedAt,
            Responder = responderFor(interaction.Id, interaction.ApplicationId, interaction.Token),
        };
    }

    // A forwarded message names the guild that it is from, in a reference that holds nothing but ids. Within a text the quotation marks would be
    // escaped, so these are names of properties.
    private static bool IsOfAGuild(ReadOnlySpan<byte> data)
    {
        var (start, found) = (0, 0);
        while ((found = data[start..].IndexOf("\"guild_id\""u8)) >= 0)
        {
            var before = data[..(start + found)];
            var brace = before.LastIndexOfAny((byte)'{', (byte)'}');
            if (brace < 0 || before[brace] != '{' || !before[..brace].EndsWith("\"message_reference\":"u8)) return true;
            start += found + 1;
        }

        return false;
    }

    private static InteractionData? Use(InteractionCreatePayload interaction, ulong user) => (interaction.Type, interaction.Data) switch
    {
        (InteractionCreatePayload.Command, { Type: InteractionDataPayload.SlashCommand, Name: { } name, Options: var options }) => Command(name, options ?? []),
        (InteractionCreatePayload.Command, { Type: InteractionDataPayload.MessageCommand, Name: { } name } used) =>
            new InteractionData.MessageCommand(name, used.Resolved?.Messages?.GetValueOrDefault(used.TargetId ?? 0)?.Content ?? ""),
        (InteractionCreatePayload.Component, { Values: [var selected, ..] }) => new InteractionData.Component(selected, Under(interaction, user)),
        (InteractionCreatePayload.Component, { CustomId: { } id }) => new InteractionData.Component(id, Under(interaction, user)),
        (InteractionCreatePayload.Autocomplete, { Name: { } name, Options: { } options }) => Typing(name, options),
        _ => null,
    };

    private static InteractionData.Command Command(string name, IReadOnlyList<InteractionOptionPayload> options) =>
        options is [{ IsSubcommand: true } sub] ? Command($"{name} {sub.Name}", sub.Options ?? []) : new InteractionData.Command(name, Options(options));

    private static InteractionData.Autocomplete? Typing(string name, IReadOnlyList<InteractionOptionPayload> options)
    {
        if (options is [{ IsSubcommand: true } sub]) return Typing($"{name} {sub.Name}", sub.Options ?? []);
        return options.FirstOrDefault(o => o.Focused == true) is { } focused ? new InteractionData.Autocomplete(name, Options(options), focused.Name) : null;
    }

    // What stands in direct messages, nobody else sees.
    private static ComponentOwner Under(InteractionCreatePayload interaction, ulong user) => interaction switch
    {
        { Context: InteractionCreatePayload.DirectMessages } or { Message.IsPrivate: true } => ComponentOwner.Private,
        { Message: { } message } when message.Answers(user) => ComponentOwner.SameUser,
        _ => ComponentOwner.OtherUser,
    };

    private static Dictionary<string, string> Options(IReadOnlyList<InteractionOptionPayload> options)
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

    private static T Read<T>(ReadOnlySpan<byte> data, JsonTypeInfo<T> type)
    {
        // The reader stops behind the value; see Frame.Data.
        var reader = new Utf8JsonReader(data);
        return JsonSerializer.Deserialize(ref reader, type) ?? throw new JsonException("An event is null.");
    }
}
