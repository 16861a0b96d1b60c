using System.Text.Json;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.World;

/// <summary>Writes members of a guild, with their roles.</summary>
internal static class MemberWriter
{
    public static void Write(Utf8JsonWriter writer, DiscordUser user, DiscordGuild guild, DiscordWorld world)
    {
        writer.WriteStartObject();
        writer.WriteUser("user"u8, user);
        writer.WriteStartArray("roles"u8);
        if (user.Id == world.BotUser.Id)
        {
            foreach (var role in world.Access.GetRoles(guild.Id))
                writer.WriteIdValue(role.Id);
        }

        writer.WriteEndArray();
        writer.WriteNull("nick"u8);
        writer.WriteNull("avatar"u8);
        writer.WriteNull("banner"u8);
        writer.WriteString("joined_at"u8, "2024-01-02T03:04:05.000000+00:00"u8);
        writer.WriteNull("premium_since"u8);
        writer.WriteNull("communication_disabled_until"u8);
        writer.WriteBoolean("deaf"u8, false);
        writer.WriteBoolean("mute"u8, false);
        writer.WriteBoolean("pending"u8, false);
        writer.WriteNumber("flags"u8, 0);
        writer.WriteEndObject();
    }
}
