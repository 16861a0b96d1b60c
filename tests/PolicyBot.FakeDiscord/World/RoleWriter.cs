using System.Text.Json;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.World;

/// <summary>Writes a guild's roles: everyone's and the bot's.</summary>
internal static class RoleWriter
{
    public static void WriteAll(Utf8JsonWriter writer, DiscordGuild guild, DiscordWorld world)
    {
        writer.WriteStartArray();
        Write(
            writer, new DiscordRole(guild.Id, guild.Id, "@everyone", world.Access.GetEveryonePermissions(guild.Id)), 0);
        var position = 0;
        foreach (var role in world.Access.GetRoles(guild.Id))
            Write(writer, role, ++position);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, DiscordRole role, int position)
    {
        writer.WriteStartObject();
        writer.WriteId("id"u8, role.Id);
        writer.WriteString("name"u8, role.Name);
        writer.WriteId("permissions"u8, role.Permissions);
        writer.WriteNumber("position"u8, position);
        writer.WriteNumber("color"u8, 0);
        writer.WriteStartObject("colors"u8);
        writer.WriteNumber("primary_color"u8, 0);
        writer.WriteNull("secondary_color"u8);
        writer.WriteNull("tertiary_color"u8);
        writer.WriteEndObject();
        writer.WriteBoolean("hoist"u8, false);
        writer.WriteBoolean("managed"u8, false);
        writer.WriteBoolean("mentionable"u8, false);
        writer.WriteNull("icon"u8);
        writer.WriteNull("unicode_emoji"u8);
        writer.WriteNumber("flags"u8, 0);
        writer.WriteEndObject();
    }
}
