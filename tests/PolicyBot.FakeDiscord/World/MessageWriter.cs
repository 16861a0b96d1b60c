using System.Text.Json;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.World;

/// <summary>Writes messages.</summary>
internal static class MessageWriter
{
    public static byte[] ToBytes(StoredMessage message, MessageView view) =>
        JsonBytes.Write((message, view), static (writer, state) => Write(writer, state.message, state.view));

    /// <summary>The data of MESSAGE_DELETE.</summary>
    public static byte[] WriteMessageDelete(StoredMessage message) => JsonBytes.Write(message, static (writer, gone) =>
    {
        writer.WriteStartObject();
        writer.WriteId("id"u8, gone.Id);
        writer.WriteId("channel_id"u8, gone.Channel.Id);
        if (gone.Channel.GuildId is { } guildId)
            writer.WriteId("guild_id"u8, guildId);
        writer.WriteEndObject();
    });

    public static void Write(Utf8JsonWriter writer, StoredMessage message, MessageView view, bool withReply = true)
    {
        var isReadable = view.IncludesContent || message.IsReadableWithoutIntent;
        var body = message.Body;
        writer.WriteStartObject();
        writer.WriteNumber("type"u8, message.Type);
        writer.WriteString("content"u8, isReadable ? body.Content : "");
        WriteMentions(writer, message.Mentions);
        writer.WriteStartArray("attachments"u8);
        if (isReadable)
        {
            foreach (var attachment in body.Attachments)
                WriteAttachment(writer, attachment, message.Channel.Id);
        }

        writer.WriteEndArray();
        writer.WriteRaw("embeds"u8, isReadable ? body.Embeds : MessageBody.NoItems);
        writer.WriteTime("timestamp"u8, message.Timestamp);
        if (message.EditedAt is { } editedAt)
            writer.WriteTime("edited_timestamp"u8, editedAt);
        else
            writer.WriteNull("edited_timestamp"u8);
        writer.WriteNumber("flags"u8, body.Flags);
        writer.WriteRaw("components"u8, isReadable ? body.Components : MessageBody.NoItems);
        writer.WriteId("id"u8, message.Id);
        writer.WriteId("channel_id"u8, message.Channel.Id);
        writer.WriteUser("author"u8, message.Author);
        writer.WriteBoolean("pinned"u8, false);
        writer.WriteBoolean("mention_everyone"u8, message.Mentions.Everyone);
        writer.WriteBoolean("tts"u8, false);
        WriteOrigin(writer, message);
        if (withReply && message.Reply is { } reply)
            WriteReply(writer, message, reply, view);
        if (view.IsEvent)
            writer.WriteNumber("channel_type"u8, ChannelWriter.GetChannelType(message.Channel));
        if (view.IsEvent && message.Channel.GuildId is { } guildId)
        {
            writer.WriteId("guild_id"u8, guildId);
            if (message.WebhookId is null || message.Interaction is not null)
                writer.WriteMember("member"u8, message.Author, isWhole: false);
        }

        writer.WriteEndObject();
    }

    private static void WriteMentions(Utf8JsonWriter writer, MessageMentions mentions)
    {
        writer.WriteStartArray("mentions"u8);
        foreach (var user in mentions.Users)
            writer.WriteUserValue(user);
        writer.WriteEndArray();
        writer.WriteStartArray("mention_roles"u8);
        foreach (var role in mentions.Roles)
            writer.WriteIdValue(role);
        writer.WriteEndArray();
    }

    private static void WriteAttachment(Utf8JsonWriter writer, StoredAttachment attachment, ulong channelId)
    {
        var url =
            $"https://cdn.discordapp.com/attachments/{channelId}/{attachment.Id}/"
            + $"{Uri.EscapeDataString(attachment.FileName)}";
        writer.WriteStartObject();
        writer.WriteId("id"u8, attachment.Id);
        writer.WriteString("filename"u8, attachment.FileName);
        writer.WriteNumber("size"u8, attachment.Content.Length);
        writer.WriteString("url"u8, url);
        writer.WriteString("proxy_url"u8, url);
        writer.WriteString("content_type"u8, attachment.ContentType);
        if (attachment.Description is not null)
            writer.WriteString("description"u8, attachment.Description);
        writer.WriteEndObject();
    }

    private static void WriteOrigin(Utf8JsonWriter writer, StoredMessage message)
    {
        if (message.Nonce is not null)
        {
            writer.WritePropertyName("nonce"u8);
            writer.WriteRawValue(message.Nonce, skipInputValidation: true);
        }

        if (message.WebhookId is { } webhookId)
            writer.WriteId("webhook_id"u8, webhookId);
        if (message.ApplicationId is { } applicationId)
            writer.WriteId("application_id"u8, applicationId);
        if (message.Interaction is not { } source)
            return;
        if (source.Name is not null)
        {
            writer.WriteStartObject("interaction"u8);
            writer.WriteId("id"u8, source.Id);
            writer.WriteNumber("type"u8, source.Type);
            writer.WriteString("name"u8, source.Name);
            writer.WriteUser("user"u8, source.User);
            writer.WriteEndObject();
        }

        writer.WritePropertyName("interaction_metadata"u8);
        WriteMetadata(writer, source);
    }

    private static void WriteMetadata(Utf8JsonWriter writer, InteractionSource source)
    {
        writer.WriteStartObject();
        writer.WriteId("id"u8, source.Id);
        writer.WriteNumber("type"u8, source.Type);
        writer.WriteUser("user"u8, source.User);
        writer.WriteStartObject("authorizing_integration_owners"u8);
        writer.WriteId("0"u8, source.GuildId ?? 0);
        writer.WriteEndObject();
        if (source.OriginalResponseId is { } originalId)
            writer.WriteId("original_response_message_id"u8, originalId);
        if (source.InteractedMessageId is { } interactedId)
            writer.WriteId("interacted_message_id"u8, interactedId);
        if (source.TargetMessageId is { } targetId)
            writer.WriteId("target_message_id"u8, targetId);
        if (source.Triggering is { } triggering)
        {
            writer.WritePropertyName("triggering_interaction_metadata"u8);
            WriteMetadata(writer, triggering);
        }

        writer.WriteEndObject();
    }

    private static void WriteReply(Utf8JsonWriter writer, StoredMessage message, MessageReply reply, MessageView view)
    {
        writer.WriteStartObject("message_reference"u8);
        writer.WriteNumber("type"u8, 0);
        writer.WriteId("channel_id"u8, message.Channel.Id);
        writer.WriteId("message_id"u8, reply.MessageId);
        if (message.Channel.GuildId is { } guildId)
            writer.WriteId("guild_id"u8, guildId);
        writer.WriteEndObject();
        writer.WritePropertyName("referenced_message"u8);
        if (reply.Message is null)
            writer.WriteNullValue();
        else
            Write(writer, reply.Message, view with { IsEvent = false }, withReply: false);
    }
}
