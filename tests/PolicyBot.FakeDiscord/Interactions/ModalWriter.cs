using System.Text.Json;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>Writes what a user entered into a modal.</summary>
internal static class ModalWriter
{
    public static void Write(Utf8JsonWriter writer, JsonElement modal, IReadOnlyDictionary<string, object> values)
    {
        var names = ModalFields.All(modal).Select(field => field.Text("custom_id"u8)).ToList();
        if (values.Keys.FirstOrDefault(id => !names.Contains(id)) is { } unknown)
            throw new ActionUnavailableException(
                $"The modal has no input {unknown}. It has: {string.Join(", ", names)}.");

        writer.WriteStartObject();
        writer.WriteString("custom_id"u8, modal.Text("custom_id"u8));
        writer.WriteStartArray("components"u8);
        var id = 0;
        foreach (var component in modal.Items("components"u8))
        {
            writer.WriteStartObject();
            writer.WriteNumber("type"u8, component.Number("type"u8) ?? 0);
            writer.WriteNumber("id"u8, ++id);
            var field = ModalFields.Find(component);
            if (field.ValueKind == JsonValueKind.Object)
            {
                var isRow = component.Number("type"u8) == ComponentType.ActionRow;
                if (isRow)
                    writer.WriteStartArray("components"u8);
                else
                    writer.WritePropertyName("component"u8);
                WriteField(writer, field, ++id, ModalFields.GetEntered(field, values));
                if (isRow)
                    writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter writer, JsonElement field, int id, IReadOnlyList<string> entered)
    {
        writer.WriteStartObject();
        writer.WriteNumber("type"u8, field.Number("type"u8) ?? 0);
        writer.WriteNumber("id"u8, id);
        writer.WriteString("custom_id"u8, field.Text("custom_id"u8));
        if (ModalFields.IsText(field))
        {
            writer.WriteString("value"u8, entered[0]);
        }
        else
        {
            writer.WriteStartArray("values"u8);
            foreach (var value in entered)
                writer.WriteStringValue(value);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
