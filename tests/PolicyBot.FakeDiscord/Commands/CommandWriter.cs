using System.Text.Json;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Commands;

/// <summary>Creates a registered command from its definition, with the defaults that Discord adds.</summary>
internal static class CommandWriter
{
    public static RegisteredCommand Register(
        JsonElement definition, ulong id, ulong version, ulong applicationId, ulong? guildId)
    {
        var type = definition.Number("type"u8) ?? CommandType.ChatInput;
        var contexts = definition.TryGet("contexts"u8, out _)
            ? definition.Items("contexts"u8).Select(item => item.GetInt32()).ToList()
            : null;
        var json = JsonBytes.Write(definition, (writer, given) =>
        {
            writer.WriteStartObject();
            writer.WriteId("id"u8, id);
            writer.WriteId("application_id"u8, applicationId);
            writer.WriteId("version"u8, version);
            if (guildId is { } guild)
                writer.WriteId("guild_id"u8, guild);
            Write(writer, given, type, guildId is null);
            writer.WriteEndObject();
        });
        return new RegisteredCommand(
            id, guildId, definition.Text("name"u8)!, type, CommandOption.ReadAll(definition), contexts,
            definition.Id("default_member_permissions"u8), definition.GetRawText(), json);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement given, int type, bool isGlobal)
    {
        writer.WriteNumber("type"u8, type);
        writer.WriteString("name"u8, given.Text("name"u8));
        writer.WriteString("description"u8, given.Text("description"u8) ?? "");
        if (given.TryGet("default_member_permissions"u8, out var permissions) && permissions.AsId() is { } bits)
            writer.WriteId("default_member_permissions"u8, bits);
        else
            writer.WriteNull("default_member_permissions"u8);
        writer.WriteBoolean("nsfw"u8, given.Flag("nsfw"u8));
        foreach (var name in new[] { "name_localizations", "description_localizations" })
        {
            writer.WritePropertyName(name);
            if (given.TryGetProperty(name, out var localised))
                localised.WriteTo(writer);
            else
                writer.WriteNullValue();
        }

        if (given.TryGet("contexts"u8, out var contexts))
            writer.WriteElement("contexts"u8, contexts);
        else
            writer.WriteNull("contexts"u8);
        if (given.TryGet("integration_types"u8, out var types))
            writer.WriteElement("integration_types"u8, types);
        else
            writer.WriteRaw("integration_types"u8, "[0]"u8);
        if (isGlobal)
            writer.WriteBoolean(
                "dm_permission"u8, !given.TryGet("dm_permission"u8, out _) || given.Flag("dm_permission"u8));
        if (given.TryGet("options"u8, out var options) && options.GetArrayLength() > 0)
            WriteOptions(writer, options);
        if (given.TryGet("handler"u8, out var handler))
            writer.WriteElement("handler"u8, handler);
    }

    // Properties that this type of option doesn't have are ignored and not returned.
    private static void WriteOptions(Utf8JsonWriter writer, JsonElement options)
    {
        writer.WriteStartArray("options"u8);
        foreach (var option in options.EnumerateArray())
        {
            var type = option.Number("type"u8);
            writer.WriteStartObject();
            foreach (var property in option.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.Null || !Has(type, property.Name))
                    continue;
                if (property.NameEquals("options"u8))
                    WriteOptions(writer, property.Value);
                else
                    property.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static bool Has(int? type, string property) => property switch
    {
        "options" => type is OptionType.SubCommand or OptionType.SubCommandGroup,
        "autocomplete" or "choices" => type is OptionType.String or OptionType.Integer or OptionType.Number,
        _ => true,
    };
}
