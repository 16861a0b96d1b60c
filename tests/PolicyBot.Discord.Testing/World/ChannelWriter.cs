using System.Text.Json;
using PolicyBot.Discord.Testing.Json;

namespace PolicyBot.Discord.Testing.World;

/// <summary>Writes channels.</summary>
internal static class ChannelWriter
{
    private const int GuildText = 0;
    private const int DirectMessages = 1;

    public static int TypeOf(DiscordChannel channel) => channel.GuildId is null ? DirectMessages : GuildText;

    public static byte[] ToBytes(DiscordChannel channel, DiscordWorld world) =>
        JsonBytes.Write((channel, world), static (writer, state) => Write(writer, state.channel, state.world));

    public static void Write(Utf8JsonWriter writer, DiscordChannel channel, DiscordWorld world, ulong? permissions = null)
    {
        writer.WriteStartObject();
        writer.WriteId("id"u8, channel.Id);
        writer.WriteNumber("type"u8, TypeOf(channel));
        writer.WriteId("last_message_id"u8, world.LastMessageOf(channel));
        writer.WriteNumber("flags"u8, 0);
        if (channel.GuildId is { } guildId)
        {
            writer.WriteId("guild_id"u8, guildId);
            writer.WriteString("name"u8, channel.Name);
            writer.WriteNull("parent_id"u8);
            writer.WriteNull("topic"u8);
            writer.WriteNumber("rate_limit_per_user"u8, 0);
            writer.WriteNumber("position"u8, 0);
            writer.WriteEmptyArray("permission_overwrites"u8);
            writer.WriteBoolean("nsfw"u8, false);
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
}
