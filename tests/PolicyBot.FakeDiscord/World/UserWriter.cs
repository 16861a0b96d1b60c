using System.Text.Json;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.World;

/// <summary>Writes users and members.</summary>
internal static class UserWriter
{
    public static void WriteUser(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, DiscordUser user)
    {
        writer.WritePropertyName(name);
        writer.WriteUserValue(user);
    }

    public static void WriteUserValue(this Utf8JsonWriter writer, DiscordUser user)
    {
        writer.WriteStartObject();
        WriteUserProperties(writer, user);
        writer.WriteEndObject();
    }

    public static void WriteUserProperties(Utf8JsonWriter writer, DiscordUser user)
    {
        writer.WriteId("id"u8, user.Id);
        writer.WriteString("username"u8, user.Name);
        writer.WriteNull("avatar"u8);
        writer.WriteString("discriminator"u8, user.IsBot ? "0420"u8 : "0"u8);
        writer.WriteNumber("public_flags"u8, 0);
        writer.WriteNumber("flags"u8, 0);
        if (user.IsBot)
            writer.WriteBoolean("bot"u8, true);
        if (user.IsBot)
            writer.WriteNull("global_name"u8);
        else
            writer.WriteString("global_name"u8, user.Name);
        writer.WriteNull("avatar_decoration_data"u8);
        writer.WriteNull("collectibles"u8);
        writer.WriteNull("primary_guild"u8);
    }

    /// <summary>A member of a guild: with user and permissions in an interaction, without them in a message.</summary>
    public static void WriteMember(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, DiscordUser user, bool isWhole)
    {
        writer.WriteStartObject(name);
        if (isWhole)
        {
            writer.WriteUser("user"u8, user);
            writer.WriteId("permissions"u8, user.Permissions);
        }

        writer.WriteStartArray("roles"u8);
        foreach (var role in user.RoleIds)
            writer.WriteIdValue(role);
        writer.WriteEndArray();
        writer.WriteNull("nick"u8);
        writer.WriteNull("avatar"u8);
        writer.WriteNull("banner"u8);
        writer.WriteString("joined_at"u8, "2024-01-02T03:04:05.000000+00:00"u8);
        writer.WriteNull("premium_since"u8);
        writer.WriteNull("communication_disabled_until"u8);
        writer.WriteBoolean("pending"u8, false);
        writer.WriteBoolean("deaf"u8, false);
        writer.WriteBoolean("mute"u8, false);
        writer.WriteNumber("flags"u8, 0);
        writer.WriteEndObject();
    }
}
