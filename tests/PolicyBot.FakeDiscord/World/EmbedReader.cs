using System.Text.Json;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.World;

/// <summary>Converts embeds to the form in which Discord returns them.</summary>
internal static class EmbedReader
{
    public static byte[] Normalize(JsonElement embeds) =>
        embeds.GetArrayLength() == 0 ? MessageBody.NoItems : JsonBytes.Write(embeds, WriteAll);

    private static void WriteAll(Utf8JsonWriter writer, JsonElement embeds)
    {
        writer.WriteStartArray();
        foreach (var embed in embeds.EnumerateArray())
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "rich"u8);
            foreach (var property in embed.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.Null || property.NameEquals("type"u8))
                    continue;
                writer.WritePropertyName(property.Name);
                if (property.NameEquals("fields"u8))
                    WriteFields(writer, property.Value);
                else
                    WriteGiven(writer, property.Value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // Null in a footer, an image or an author counts as missing.
    private static void WriteGiven(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            value.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var property in value.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Null)
                property.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, JsonElement fields)
    {
        writer.WriteStartArray();
        foreach (var field in fields.EnumerateArray())
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, field.Text("name"u8));
            writer.WriteString("value"u8, field.Text("value"u8));
            writer.WriteBoolean("inline"u8, field.Flag("inline"u8));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
