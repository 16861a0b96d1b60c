using System.Text.Json;
using PolicyBot.FakeDiscord.Commands;
using PolicyBot.FakeDiscord.Contract;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.Rules;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>The first response to an interaction.</summary>
internal static class CallbackRoutes
{
    private static readonly ApiResponse Unknown = ApiResponse.Error(404, 10062, "Unknown interaction");
    private static readonly ApiResponse Repeated =
        ApiResponse.Error(400, 40060, "Interaction has already been acknowledged.");

    public static ApiResponse Post(ApiState state, ApiRequest call)
    {
        if (state.Interactions.Find(call.Id("interaction_id"), call.Value("interaction_token")) is not { } interaction)
            return Unknown;
        var type = call.Body.Number("type"u8) ?? 0;
        call.Body.TryGet("data"u8, out var data);
        lock (interaction.Gate)
        {
            if (interaction.AnsweredWith is not null)
                return Repeated;
            if (interaction.IsTooLate)
                return Unknown;
            var errors = new FieldErrors();
            Check(state, interaction.Origin, type, data, call.Body, errors);
            if (errors.Any)
                return ApiResponse.Invalid(errors);
            if (Act(state, call, interaction, type, data) is { } refusal)
                return refusal;
            interaction.Answer(type);
            interaction.BeginLogging();
        }

        var reply = QueryBoolean.Parse(call.Query["with_response"]) == true
            ? ApiResponse.Ok(Describe(state, interaction, type))
            : ApiResponse.NoContent;
        var body = call.Body;
        return reply with
        {
            AfterLogged = () =>
            {
                interaction.Publish(
                    JsonBytes.Write(body, static (writer, sent) => sent.WriteTo(writer)),
                    state.Options.RecordsRequests);
                interaction.EndLogging();
            },
        };
    }

    private static void Check(
        ApiState state, InteractionOrigin origin, int type, JsonElement data, JsonElement body, FieldErrors errors)
    {
        if (!IsPossible(origin, type))
        {
            errors.Add(
                "type", "BASE_TYPE_CHOICES",
                $"An interaction of type {origin.Type} cannot be answered with type {type}.");
            return;
        }

        switch (type)
        {
            case CallbackType.Message:
                MessageRules.Check(data, "data", errors);
                break;
            case CallbackType.Update:
                var current = state.World.FindMessage(origin.Source!.Id) ?? origin.Source;
                MessageRules.Check(data, "data", errors, current.Body.Flags);
                break;
            case CallbackType.Autocomplete when data.ValueKind != JsonValueKind.Object:
            case CallbackType.Modal when data.ValueKind != JsonValueKind.Object:
                errors.Required("data");
                break;
            case CallbackType.Autocomplete:
                ChoiceRules.Check(data, "data", origin.FocusedOptionType, isRequired: true, errors);
                break;
            case CallbackType.Modal:
                ModalRules.Check(data, "data", errors);
                break;
        }

        if (body.TryGet("data"u8, out var given) && given.ValueKind != JsonValueKind.Object)
            errors.Add("data", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
    }

    private static bool IsPossible(InteractionOrigin origin, int type) => type switch
    {
        CallbackType.Message or CallbackType.DeferredMessage => origin.Type != InteractionType.Autocomplete,
        CallbackType.DeferredUpdate or CallbackType.Update => origin.Source is not null,
        CallbackType.Autocomplete => origin.Type == InteractionType.Autocomplete,
        CallbackType.Modal => origin.Type is InteractionType.Command or InteractionType.Component,
        _ => false,
    };

    private static ApiResponse? Act(
        ApiState state, ApiRequest call, InteractionState interaction, int type, JsonElement data)
    {
        var origin = interaction.Origin;
        switch (type)
        {
            case CallbackType.Message:
                var body = MessageBodyReader.Create(data, call.Files, state.World.Ids);
                if (body.IsEmpty)
                    return ApiResponse.EmptyMessage;
                return Begin(state, interaction, body, RequestMentions.Read(data, body, null, state.World));
            case CallbackType.DeferredMessage:
                var ephemeral = (data.Number("flags"u8) ?? 0) & MessageFlags.Ephemeral;
                return Begin(
                    state, interaction, new MessageBody { Flags = MessageFlags.Loading | ephemeral },
                    MessageMentions.None);
            case CallbackType.DeferredUpdate:
                interaction.OriginalId = origin.Source!.Id;
                return null;
            case CallbackType.Update:
                var edit = MessageEditor.Apply(state, data, "data", call.Files, origin.Source!.Id);
                if (edit.Status != 200)
                    return edit;
                interaction.OriginalId = origin.Source.Id;
                interaction.Show(origin.Source.Id);
                return null;
            default:
                return null;
        }
    }

    private static ApiResponse? Begin(
        ApiState state, InteractionState interaction, MessageBody body, MessageMentions mentions)
    {
        var message = state.World.Post(new StoredMessage
        {
            Channel = interaction.Origin.Channel,
            Author = state.World.BotUser,
            Body = body,
            Mentions = mentions,
            Type = interaction.Origin switch
            {
                { Type: InteractionType.Command, CommandType: CommandType.ChatInput } => MessageType.ChatInputCommand,
                { Type: InteractionType.Command } => MessageType.ContextMenuCommand,
                _ => MessageType.Plain,
            },
            WebhookId = state.World.Bot.ApplicationId,
            ApplicationId = state.World.Bot.ApplicationId,
            Interaction = interaction.Origin.ToSource(interaction.Id),
        });
        if (message is null)
            return ApiResponse.UnknownChannel;
        interaction.OriginalId = message.Id;
        interaction.Show(message.Id);
        return null;
    }

    private static byte[] Describe(ApiState state, InteractionState interaction, int type)
    {
        var message = interaction.OriginalId is { } id ? state.World.FindMessage(id) : null;
        return JsonBytes.Write((interaction, type, message), static (writer, made) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("interaction"u8);
            writer.WriteId("id"u8, made.interaction.Id);
            writer.WriteNumber("type"u8, made.interaction.Origin.Type);
            if (made.message is { } shown)
            {
                writer.WriteId("response_message_id"u8, shown.Id);
                writer.WriteBoolean("response_message_loading"u8, shown.IsThinking);
                writer.WriteBoolean("response_message_ephemeral"u8, shown.IsEphemeral);
            }

            writer.WriteId("channel_id"u8, made.interaction.Origin.Channel.Id);
            if (made.interaction.Origin.Channel.GuildId is { } guildId)
                writer.WriteId("guild_id"u8, guildId);
            writer.WriteEndObject();
            if (made.message is { } answer && made.type is CallbackType.Message or CallbackType.Update)
            {
                writer.WriteStartObject("resource"u8);
                writer.WriteNumber("type"u8, made.type);
                writer.WritePropertyName("message"u8);
                MessageWriter.Write(writer, answer, MessageView.Http);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        });
    }
}
