using System.Text.Json;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.World;

/// <summary>
/// Converts components to the form in which Discord returns them: each has an id, and no property is null.
/// </summary>
internal static class ComponentReader
{
    public static byte[] Normalize(JsonElement components)
    {
        if (components.GetArrayLength() == 0)
            return MessageBody.NoItems;
        var lastId = 0;
        return JsonBytes.Write(components, (writer, all) => WriteAll(writer, all, ref lastId));
    }

    /// <summary>The text of all text displays, which pings like content.</summary>
    public static string GetText(JsonElement components) => string.Join('\n', GetTexts(components));

    private static IEnumerable<string> GetTexts(JsonElement components)
    {
        if (components.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var component in components.EnumerateArray())
        {
            if (component.Number("type"u8) == ComponentType.TextDisplay && component.Text("content"u8) is { } text)
                yield return text;
            if (!component.TryGet("components"u8, out var inner))
                continue;
            foreach (var innerText in GetTexts(inner))
                yield return innerText;
        }
    }

    private static void WriteAll(Utf8JsonWriter writer, JsonElement components, ref int lastId)
    {
        writer.WriteStartArray();
        foreach (var component in components.EnumerateArray())
            WriteOne(writer, component, ref lastId);
        writer.WriteEndArray();
    }

    private static void WriteOne(Utf8JsonWriter writer, JsonElement component, ref int lastId)
    {
        writer.WriteStartObject();
        lastId = component.Number("id"u8) is { } given and > 0 ? given : lastId + 1;
        writer.WriteNumber("id"u8, lastId);
        foreach (var property in component.EnumerateObject())
        {
            var value = property.Value;
            if (value.ValueKind == JsonValueKind.Null
                || property.NameEquals("id"u8)
                || IsOfOtherMenus(component, property))
                continue;
            writer.WritePropertyName(property.Name);
            if (property.NameEquals("components"u8) && value.ValueKind == JsonValueKind.Array)
                WriteAll(writer, value, ref lastId);
            else if ((property.NameEquals("accessory"u8) || property.NameEquals("component"u8))
                && value.ValueKind == JsonValueKind.Object)
                WriteOne(writer, value, ref lastId);
            else
                WriteWithoutNulls(writer, value);
        }

        WriteDefaults(writer, component);
        writer.WriteEndObject();
    }

    // Discord ignores properties that a text menu doesn't have.
    private static bool IsOfOtherMenus(JsonElement component, JsonProperty property) =>
        component.Number("type"u8) == ComponentType.StringSelect
            && (property.NameEquals("channel_types"u8) || property.NameEquals("default_values"u8));

    private static void WriteWithoutNulls(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in value.EnumerateArray())
                WriteWithoutNulls(writer, item);
            writer.WriteEndArray();
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var property in value.EnumerateObject()
                .Where(property => property.Value.ValueKind != JsonValueKind.Null))
            {
                writer.WritePropertyName(property.Name);
                WriteWithoutNulls(writer, property.Value);
            }

            writer.WriteEndObject();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    private static void WriteDefaults(Utf8JsonWriter writer, JsonElement component)
    {
        var type = component.Number("type"u8);
        if (type is not (ComponentType.StringSelect or >= ComponentType.UserSelect and <= ComponentType.ChannelSelect))
            return;
        if (!component.TryGet("min_values"u8, out _))
            writer.WriteNumber("min_values"u8, 1);
        if (!component.TryGet("max_values"u8, out _))
            writer.WriteNumber("max_values"u8, 1);
    }
}
