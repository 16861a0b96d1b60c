using System.Text.Json;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Commands;

/// <summary>Writes the overwrites of commands.</summary>
internal static class CommandPermissionsWriter
{
    public static void Write(
        Utf8JsonWriter writer, ulong applicationId, ulong guildId, ulong id, IReadOnlyList<CommandOverwrite> overwrites)
    {
        writer.WriteStartObject();
        writer.WriteId("id"u8, id);
        writer.WriteId("application_id"u8, applicationId);
        writer.WriteId("guild_id"u8, guildId);
        writer.WriteStartArray("permissions"u8);
        foreach (var overwrite in overwrites)
        {
            writer.WriteStartObject();
            writer.WriteId("id"u8, overwrite.Id);
            writer.WriteNumber("type"u8, overwrite.Type);
            writer.WriteBoolean("permission"u8, overwrite.IsAllowed);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
