using System.Globalization;
using System.Text;
using System.Text.Json;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>Formats a modal as a user sees it, in plain text.</summary>
internal static class ModalFormatter
{
    /// <summary>The title and the components, one below the other; a star marks required fields.</summary>
    public static string Format(JsonElement modal)
    {
        var text = new StringBuilder($"# {modal.Text("title"u8)} ({modal.Text("custom_id"u8)})\n");
        foreach (var component in modal.Items("components"u8))
        {
            if (component.Number("type"u8) == ComponentType.TextDisplay)
                text.Append(CultureInfo.InvariantCulture, $"{component.Text("content"u8)}\n");
            else
                AppendField(text, component, ModalFields.Find(component));
        }

        return text.ToString();
    }

    private static void AppendField(StringBuilder text, JsonElement component, JsonElement field)
    {
        var label = component.Text("label"u8) ?? field.Text("label"u8);
        var mark = ModalFields.IsRequired(field) ? "*" : "";
        text.Append(CultureInfo.InvariantCulture, $"{label}{mark} ({field.Text("custom_id"u8)})\n");
        if (component.Text("description"u8) is { } description)
            text.Append(CultureInfo.InvariantCulture, $"    {description}\n");
        var preset = ModalFields.GetPreset(field);
        if (ModalFields.IsText(field))
            text.Append(CultureInfo.InvariantCulture, $"    > {preset[0].ReplaceLineEndings("\n    > ")}\n");
        foreach (var option in field.Items("options"u8))
        {
            var value = option.Text("value"u8)!;
            var box = preset.Contains(value) ? "[x]" : "[ ]";
            text.Append(CultureInfo.InvariantCulture, $"    {box} {option.Text("label"u8)} ({value})\n");
        }
    }
}
