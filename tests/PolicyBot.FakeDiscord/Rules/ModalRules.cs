using System.Text.Json;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Rules;

/// <summary>Discord's limits for a modal.</summary>
internal static class ModalRules
{
    private const int LongestText = 4000;

    public static void Check(JsonElement data, string path, FieldErrors errors)
    {
        errors.Text(data, path, "custom_id", 1, 100, isRequired: true);
        errors.Text(data, path, "title", 1, 45, isRequired: true);
        var list = FieldErrors.At(path, "components");
        var components = errors.Items(data, path, "components", 1, 5, isRequired: true);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < components.Count; index++)
        {
            var component = components[index];
            var at = FieldErrors.At(list, index);
            switch (component.Number("type"u8))
            {
                case ComponentType.ActionRow:
                    var inner = errors.Items(component, at, "components", 1, 1, isRequired: true);
                    if (inner.Count > 0)
                        CheckInput(inner[0], $"{at}.components.0", needsLabel: true, seen, errors);
                    break;
                case ComponentType.Label:
                    errors.Text(component, at, "label", 1, 45, isRequired: true);
                    errors.Text(component, at, "description", 0, 100);
                    if (component.TryGet("component"u8, out var labelled))
                        CheckInput(labelled, FieldErrors.At(at, "component"), needsLabel: false, seen, errors);
                    else
                        errors.Required(FieldErrors.At(at, "component"));
                    break;
                case ComponentType.TextDisplay:
                    errors.Text(component, at, "content", 1, LongestText, isRequired: true);
                    break;
                default:
                    errors.UnknownType(at, "1, 10, 18");
                    break;
            }
        }
    }

    private static void CheckInput(
        JsonElement input, string path, bool needsLabel, HashSet<string> seen, FieldErrors errors)
    {
        var type = input.Number("type"u8);
        if (!needsLabel && type is ComponentType.StringSelect or (>= 5 and <= ComponentType.ChannelSelect))
        {
            SelectRules.Check(input, path, seen, errors);
            return;
        }

        if (type != ComponentType.TextInput)
        {
            errors.UnknownType(path, "4,");
            return;
        }

        CustomIdRules.Check(input, path, seen, errors);
        errors.Number(input, path, "style", 1, 2, isRequired: true);
        if (needsLabel)
            errors.Text(input, path, "label", 1, 45, isRequired: true);
        errors.Text(input, path, "placeholder", 0, 100);
        errors.Text(input, path, "value", 0, LongestText);
        errors.Number(input, path, "min_length", 0, LongestText);
        errors.Number(input, path, "max_length", 1, LongestText);
    }
}
