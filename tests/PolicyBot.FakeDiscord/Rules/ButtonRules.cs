using System.Text.Json;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Rules;

/// <summary>Discord's limits for a button.</summary>
internal static class ButtonRules
{
    private const int Link = 5;
    private const int Premium = 6;

    public static void Check(JsonElement button, string path, HashSet<string> seen, FieldErrors errors)
    {
        var style = errors.Number(button, path, "style", 1, Premium, isRequired: true);
        errors.Text(button, path, "label", 0, 80);
        if (style == Premium)
            return;
        if (string.IsNullOrWhiteSpace(button.Text("label"u8)) && !button.TryGet("emoji"u8, out _))
            errors.Add(path, "BUTTON_COMPONENT_INVALID_EMPTY", "A button must have a label or an emoji");
        if (style == Link)
        {
            errors.Text(button, path, "url", 1, 512, isRequired: true);
            if (button.TryGet("custom_id"u8, out _))
                errors.Add(
                    path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                    "A custom id and url cannot both be specified");
            return;
        }

        CustomIdRules.Check(button, path, seen, errors);
        if (button.TryGet("url"u8, out _))
            errors.Add(
                path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                "A custom id and url cannot both be specified");
    }
}
