using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyBot.Discord.Connecting;
using PolicyBot.Discord.Picking;

namespace PolicyBot.Discord.Gateway.Events;

/// <summary>Reads the events that the bot needs. What is no such event throws a <see cref="JsonException"/>.</summary>
internal static class EventReader
{
    private const int PlainMessage = 0;
    private const int ReplyMessage = 19;

    /// <summary>READY.</summary>
    public static ReadyPayload Ready(ReadOnlySpan<byte> data) => Read(data, EventJson.Default.ReadyPayload);

    /// <summary>MESSAGE_CREATE, or null where it is none of the bot's business, which is seen without reading it: a guild's message in which the bot's id does not stand.</summary>
    /// <param name="data">The event.</param>
    /// <param name="bot">The bot user's id, as it stands in JSON.</param>
    public static IncomingMessage? Message(ReadOnlySpan<byte> data, ReadOnlySpan<byte> bot)
    {
        // Within a text the quotation marks would be escaped, so the name of a property it is.
        if (data.IndexOf(bot) < 0 && data.IndexOf("\"guild_id\""u8) >= 0) return null;
        var message = Read(data, EventJson.Default.MessageCreatePayload);
        var botId = ulong.Parse(bot, CultureInfo.InvariantCulture);
        if (message.Author.Id == botId) return null;
        return new IncomingMessage
        {
            Id = message.Id,
            Channel = message.ChannelId,
            Author = message.Author.Id,
            IsFromPerson = message is { WebhookId: null, Author: { Bot: false, System: false }, Type: PlainMessage or ReplyMessage },
            IsDirect = message.GuildId is null,
            MentionsBot = message.Mentions?.Any(m => m.Id == botId) ?? false,
            Content = message.Content,
        };
    }

    /// <summary>INTERACTION_CREATE, or null where it is no use of a slash command, a button or a menu.</summary>
    /// <param name="data">The event.</param>
    /// <param name="receivedAt">When it was received, a timestamp.</param>
    /// <param name="responderFor">Makes what answers an interaction: of its id, the application's, and its token.</param>
    public static Interaction? Interaction(ReadOnlySpan<byte> data, long receivedAt, Func<ulong, ulong, string, IInteractionResponder> responderFor)
    {
        var interaction = Read(data, EventJson.Default.InteractionCreatePayload);
        if (interaction is not { ChannelId: { } channel, Data: { } used } || Call(interaction.Type, used) is not { } call) return null;
        return new Interaction
        {
            Id = interaction.Id,
            Kind = Kind(interaction),
            Command = call.Command,
            Options = call.Options,
            Channel = channel,
            User = (interaction.Member?.User ?? interaction.User ?? throw new JsonException("An interaction is nobody’s.")).Id,
            ReceivedAt = receivedAt,
            Responder = responderFor(interaction.Id, interaction.ApplicationId, interaction.Token),
        };
    }

    private static (string Command, Dictionary<string, string> Options)? Call(int type, InteractionDataPayload used) => (type, used) switch
    {
        (InteractionCreatePayload.Command, { Type: InteractionDataPayload.SlashCommand, Name: { } name }) => (name, Options(used.Options ?? [])),
        (InteractionCreatePayload.Component, { Values: [var selected, ..] }) => InvocationCode.Read(selected),
        (InteractionCreatePayload.Component, { CustomId: { } id }) => InvocationCode.Read(id),
        _ => null,
    };

    private static InteractionKind Kind(InteractionCreatePayload interaction) => interaction switch
    {
        { Type: InteractionCreatePayload.Command } => InteractionKind.Command,
        { Message.IsPrivate: true } => InteractionKind.PrivateChoice,
        _ => InteractionKind.PublicChoice,
    };

    private static Dictionary<string, string> Options(IReadOnlyList<InteractionOptionPayload> options)
    {
        var values = new Dictionary<string, string>(options.Count, StringComparer.Ordinal);
        foreach (var option in options) values[option.Name] = option.Value.ValueKind == JsonValueKind.String ? option.Value.GetString()! : option.Value.GetRawText();
        return values;
    }

    private static T Read<T>(ReadOnlySpan<byte> data, JsonTypeInfo<T> type)
    {
        // The reader stops behind the value; see Frame.Data.
        var reader = new Utf8JsonReader(data);
        return JsonSerializer.Deserialize(ref reader, type) ?? throw new JsonException("An event is null.");
    }
}
