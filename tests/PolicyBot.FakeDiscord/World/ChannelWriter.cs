using System.Text.Json;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.World;

/// <summary>Writes channels.</summary>
internal static class ChannelWriter
{
    private const int GuildText = 0;
    private const int DirectMessages = 1;
    private const int PublicThread = 11;
    private const int AutoArchiveMinutes = 1440;

    public static int GetChannelType(DiscordChannel channel) => channel switch
    {
        { GuildId: null } => DirectMessages,
        { ParentId: not null } => PublicThread,
        _ => GuildText,
    };

    public static byte[] ToBytes(DiscordChannel channel, DiscordWorld world) =>
        JsonBytes.Write((channel, world), static (writer, state) => Write(writer, state.channel, state.world));

    public static void Write(
        Utf8JsonWriter writer, DiscordChannel channel, DiscordWorld world, ulong? permissions = null)
    {
        writer.WriteStartObject();
        writer.WriteId("id"u8, channel.Id);
        writer.WriteNumber("type"u8, GetChannelType(channel));
        writer.WriteId("last_message_id"u8, world.GetLastMessageId(channel));
        writer.WriteNumber("flags"u8, 0);
        if (channel.GuildId is { } guildId)
        {
            writer.WriteId("guild_id"u8, guildId);
            writer.WriteString("name"u8, channel.Name);
            writer.WriteId("parent_id"u8, channel.ParentId);
            writer.WriteNumber("rate_limit_per_user"u8, 0);
            if (channel.ParentId is null)
            {
                writer.WriteNull("topic"u8);
                writer.WriteNumber("position"u8, 0);
                WriteOverwrites(writer, world.Access.GetOverwrites(channel.Id));
                writer.WriteBoolean("nsfw"u8, false);
            }
            else
            {
                WriteThread(writer, world);
            }
        }
        else
        {
            writer.WriteStartArray("recipients"u8);
            if (channel.RecipientId is { } recipient && world.FindUser(recipient) is { } user)
                writer.WriteUserValue(user);
            writer.WriteEndArray();
        }

        if (permissions is { } allowed)
            writer.WriteId("permissions"u8, allowed);
        writer.WriteEndObject();
    }

    /// <summary>A channel as the value of an option; the permissions are those of the command's user.</summary>
    public static void WriteResolved(
        Utf8JsonWriter writer, DiscordChannel channel, DiscordWorld world, ulong permissions)
    {
        writer.WriteStartObject();
        writer.WriteId("id"u8, channel.Id);
        writer.WriteNumber("type"u8, GetChannelType(channel));
        writer.WriteId("guild_id"u8, channel.GuildId);
        writer.WriteString("name"u8, channel.Name);
        writer.WriteId("parent_id"u8, channel.ParentId);
        writer.WriteNull("topic"u8);
        writer.WriteId("last_message_id"u8, world.GetLastMessageId(channel));
        writer.WriteNumber("rate_limit_per_user"u8, 0);
        writer.WriteNumber("position"u8, 0);
        writer.WriteBoolean("nsfw"u8, false);
        writer.WriteNumber("flags"u8, 0);
        writer.WriteId("permissions"u8, permissions);
        writer.WriteEndObject();
    }

    private static void WriteThread(Utf8JsonWriter writer, DiscordWorld world)
    {
        writer.WriteId("owner_id"u8, world.BotUser.Id);
        writer.WriteNumber("message_count"u8, 0);
        writer.WriteNumber("member_count"u8, 1);
        writer.WriteNumber("total_message_sent"u8, 0);
        writer.WriteStartObject("thread_metadata"u8);
        writer.WriteBoolean("archived"u8, false);
        writer.WriteBoolean("locked"u8, false);
        writer.WriteNumber("auto_archive_duration"u8, AutoArchiveMinutes);
        writer.WriteString("archive_timestamp"u8, "2026-01-01T00:00:00+00:00"u8);
        writer.WriteEndObject();
    }

    private static void WriteOverwrites(Utf8JsonWriter writer, IReadOnlyList<PermissionOverwrite> overwrites)
    {
        writer.WriteStartArray("permission_overwrites"u8);
        foreach (var overwrite in overwrites)
        {
            writer.WriteStartObject();
            writer.WriteId("id"u8, overwrite.Id);
            writer.WriteNumber("type"u8, overwrite.IsOfMember ? 1 : 0);
            writer.WriteId("allow"u8, overwrite.Allow);
            writer.WriteId("deny"u8, overwrite.Deny);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
