using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.Rules;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>Channels and the messages in them.</summary>
internal static class ChannelRoutes
{
    public static ApiResponse Get(ApiState state, ApiRequest call) =>
        ChannelAccess.Find(state, call, out var refusal) is { } channel
            ? ApiResponse.Ok(ChannelWriter.ToBytes(channel, state.World))
            : refusal;

    public static ApiResponse Type(ApiState state, ApiRequest call) =>
        ChannelAccess.Find(state, call, out var refusal) is { } channel
            ? ChannelAccess.RefusePosting(state, channel) ?? ApiResponse.NoContent
            : refusal;

    /// <summary>Without the permission to read the history, the list is empty, as Discord documents.</summary>
    public static ApiResponse GetMessages(ApiState state, ApiRequest call)
    {
        if (ChannelAccess.Find(state, call, out var refusal) is not { } channel)
            return refusal;
        var errors = new FieldErrors();
        var page = MessagePage.Read(call.Query, errors);
        if (errors.Any)
            return ApiResponse.Invalid(errors);
        var messages = state.World.Access.HasPermissions(channel, PermissionBits.ReadMessageHistory)
            ? page.Select(state.World.GetMessages(channel))
            : [];
        return ApiResponse.Ok(JsonBytes.Write((messages, View(state)), static (writer, listed) =>
        {
            writer.WriteStartArray();
            foreach (var message in listed.messages)
                MessageWriter.Write(writer, message, listed.Item2);
            writer.WriteEndArray();
        }));
    }

    public static ApiResponse GetMessage(ApiState state, ApiRequest call)
    {
        if (ChannelAccess.Find(state, call, out var refusal) is not { } channel)
            return refusal;
        if (!state.World.Access.HasPermissions(channel, PermissionBits.ReadMessageHistory))
            return ApiResponse.MissingAccess;
        return Message(state, call) is { } message
            ? ApiResponse.Ok(MessageWriter.ToBytes(message, View(state)))
            : ApiResponse.UnknownMessage;
    }

    public static ApiResponse Post(ApiState state, ApiRequest call)
    {
        if (ChannelAccess.Find(state, call, out var refusal) is not { } channel)
            return refusal;
        if (ChannelAccess.RefusePosting(state, channel) is { } forbidden)
            return forbidden;
        var errors = new FieldErrors();
        MessageRules.Check(call.Body, "", errors);
        if (errors.Any)
            return ApiResponse.Invalid(errors);
        var reply = ReadReply(state, call, channel, errors);
        if (errors.Any)
            return ApiResponse.Invalid(errors) with { Violation = null };
        var body = MessageBodyReader.Create(call.Body, call.Files, state.World.Ids);
        body = body with { Flags = body.Flags & ~MessageFlags.Ephemeral };
        if (body.IsEmpty)
            return ApiResponse.EmptyMessage;
        if (ChannelAccess.RefuseMessage(state, channel, call.Body, body) is { } lacking)
            return lacking;
        var nonce = call.Body.TryGet("nonce"u8, out var given) ? given.GetRawText() : null;
        var message = state.World.Post(
            new StoredMessage
            {
                Channel = channel,
                Author = state.World.BotUser,
                Body = body,
                Type = reply is null ? MessageType.Plain : MessageType.Reply,
                Reply = reply,
                Nonce = nonce,
                Mentions = RequestMentions.Read(call.Body, body, reply?.Message?.Author, state.World),
            },
            enforcesNonce: call.Body.Flag("enforce_nonce"u8));
        return message is null
            ? ApiResponse.UnknownChannel
            : ApiResponse.Ok(MessageWriter.ToBytes(message, MessageView.Http));
    }

    public static ApiResponse Edit(ApiState state, ApiRequest call)
    {
        if (ChannelAccess.Find(state, call, out var refusal) is null)
            return refusal;
        if (Message(state, call) is not { } message)
            return ApiResponse.UnknownMessage;
        if (message.Author.Id != state.World.Bot.UserId)
            return ApiResponse.Error(403, 50005, "Cannot edit a message authored by another user");
        return MessageEditor.Apply(state, call, message.Id);
    }

    public static ApiResponse Delete(ApiState state, ApiRequest call)
    {
        if (ChannelAccess.Find(state, call, out var refusal) is not { } channel)
            return refusal;
        if (Message(state, call) is not { } message)
            return ApiResponse.UnknownMessage;
        if (message.Author.Id != state.World.Bot.UserId)
        {
            return channel.GuildId is null
                ? ApiResponse.Error(403, 50003, "Cannot execute action on a DM channel")
                : ApiResponse.MissingPermissions;
        }

        return state.World.Delete(message.Id) ? ApiResponse.NoContent : ApiResponse.UnknownMessage;
    }

    private static MessageReply? ReadReply(ApiState state, ApiRequest call, DiscordChannel channel, FieldErrors errors)
    {
        if (!call.Body.TryGet("message_reference"u8, out var reference))
            return null;
        if (reference.Id("message_id"u8) is not { } id)
        {
            errors.Required("message_reference.message_id");
            return null;
        }

        if (state.World.FindMessage(id) is { IsEphemeral: false } message && message.Channel.Id == channel.Id)
            return new MessageReply(id, message);
        if (!reference.TryGet("fail_if_not_exists"u8, out _) || reference.Flag("fail_if_not_exists"u8))
            errors.Add("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        return null;
    }

    private static MessageView View(ApiState state) =>
        new(IsEvent: false, IncludesContent: (state.Options.AllowedIntents & Gateway.Intents.MessageContent) != 0);

    private static StoredMessage? Message(ApiState state, ApiRequest call) =>
        state.World.FindMessage(call.Id("message_id")) is { IsEphemeral: false } message
            && message.Channel.Id == call.Id("channel_id")
            ? message
            : null;
}
