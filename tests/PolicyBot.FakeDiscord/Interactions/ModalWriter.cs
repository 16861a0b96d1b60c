using System.Text.Json;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.Rules;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>Writes what a user typed into a modal.</summary>
internal static class ModalWriter
{
    public static void Write(Utf8JsonWriter writer, JsonElement modal, IReadOnlyDictionary<string, string> values)
    {
        var inputs = modal.Items("components"u8).Select(GetInput)
            .Where(input => input.ValueKind == JsonValueKind.Object).ToList();
        if (values.Keys.FirstOrDefault(id => inputs.All(input => input.Text("custom_id"u8) != id)) is { } unknown)
        {
            throw new ActionUnavailableException(
                $"The modal has no input {unknown}. It has: "
                    + $"{string.Join(", ", inputs.Select(input => input.Text("custom_id"u8)))}.");
        }

        writer.WriteStartObject();
        writer.WriteString("custom_id"u8, modal.Text("custom_id"u8));
        writer.WriteStartArray("components"u8);
        var id = 0;
        foreach (var component in modal.Items("components"u8))
        {
            writer.WriteStartObject();
            writer.WriteNumber("type"u8, component.Number("type"u8) ?? 0);
            writer.WriteNumber("id"u8, ++id);
            var input = GetInput(component);
            if (input.ValueKind == JsonValueKind.Object)
            {
                var isRow = component.Number("type"u8) == ComponentType.ActionRow;
                if (isRow)
                    writer.WriteStartArray("components"u8);
                else
                    writer.WritePropertyName("component"u8);
                WriteInput(writer, input, ++id, values);
                if (isRow)
                    writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static JsonElement GetInput(JsonElement component) =>
        component.TryGet("component"u8, out var labelled) ? labelled : component.Items("components"u8).FirstOrDefault();

    private static void WriteInput(
        Utf8JsonWriter writer, JsonElement input, int id, IReadOnlyDictionary<string, string> values)
    {
        var customId = input.Text("custom_id"u8)!;
        var value = values.GetValueOrDefault(customId) ?? input.Text("value"u8) ?? "";
        writer.WriteStartObject();
        writer.WriteNumber("type"u8, input.Number("type"u8) ?? 0);
        writer.WriteNumber("id"u8, id);
        writer.WriteString("custom_id"u8, customId);
        if (input.Number("type"u8) == ComponentType.TextInput)
        {
            CheckText(input, customId, value);
            writer.WriteString("value"u8, value);
        }
        else
        {
            writer.WriteStartArray("values"u8);
            if (value.Length > 0)
                writer.WriteStringValue(value);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void CheckText(JsonElement input, string customId, string value)
    {
        var isRequired = !input.TryGet("required"u8, out _) || input.Flag("required"u8);
        var least = Math.Max(input.Number("min_length"u8) ?? 0, isRequired ? 1 : 0);
        var most = input.Number("max_length"u8) ?? 4000;
        var length = TextLength.Count(value);
        if (length > most || length < least && (isRequired || length > 0))
            throw new ActionUnavailableException(
                $"The input {customId} takes {least} to {most} characters, not {length}.");
    }
}
