using System.Text.Json;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Rules;

/// <summary>Discord's limits for the components of a message.</summary>
internal static class ComponentRules
{
    private const int MostRows = 5;
    private const int MostOfV2 = 40;
    private const int TextOfV2 = 4000;
    private const int Section = 9;
    private const int Container = 17;

    public static void Check(JsonElement data, string path, bool isV2, FieldErrors errors)
    {
        var list = FieldErrors.At(path, "components");
        var components = errors.Items(data, path, "components", 0, isV2 ? MostOfV2 : MostRows);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var component in components)
        {
            var at = FieldErrors.At(list, index++);
            if (component.Number("type"u8) == ComponentType.ActionRow)
                CheckRow(component, at, seen, errors);
            else if (!isV2)
                errors.UnknownType(at, "1,");
            else
                CheckV2(component, at, seen, errors);
        }

        if (!isV2)
            return;
        if (CountAll(components) > MostOfV2)
            errors.Add(list, "MESSAGE_TOO_MANY_COMPONENTS", $"A message may have at most {MostOfV2} components.");
        if (data.TryGet("components"u8, out var all) && TextLength.Count(ComponentReader.GetText(all)) > TextOfV2)
            errors.Add(
                list, "COMPONENT_TEXT_TOO_LONG", $"The text of all components must be {TextOfV2} or fewer in length.");
    }

    private static void CheckV2(JsonElement component, string at, HashSet<string> seen, FieldErrors errors)
    {
        switch (component.Number("type"u8))
        {
            case ComponentType.ActionRow:
                CheckRow(component, at, seen, errors);
                break;
            case ComponentType.TextDisplay:
                errors.Text(component, at, "content", 1, TextOfV2, isRequired: true);
                break;
            case Section:
                CheckInner(errors.Items(component, at, "components", 1, 3, isRequired: true), at, seen, errors);
                if (component.TryGet("accessory"u8, out var accessory)
                    && accessory.Number("type"u8) == ComponentType.Button)
                    ButtonRules.Check(accessory, FieldErrors.At(at, "accessory"), seen, errors);
                break;
            case Container:
                CheckInner(errors.Items(component, at, "components", 0, MostOfV2, isRequired: true), at, seen, errors);
                break;
            case 12 or 13 or 14:
                break;
            default:
                errors.UnknownType(at, "1, 9, 10, 12, 13, 14, 17");
                break;
        }
    }

    private static void CheckInner(
        IReadOnlyList<JsonElement> inner, string at, HashSet<string> seen, FieldErrors errors)
    {
        var list = FieldErrors.At(at, "components");
        for (var index = 0; index < inner.Count; index++)
            CheckV2(inner[index], FieldErrors.At(list, index), seen, errors);
    }

    private static void CheckRow(JsonElement row, string path, HashSet<string> seen, FieldErrors errors)
    {
        var list = FieldErrors.At(path, "components");
        var inner = errors.Items(row, path, "components", 1, 5, isRequired: true);
        for (var index = 0; index < inner.Count; index++)
        {
            var at = FieldErrors.At(list, index);
            switch (inner[index].Number("type"u8))
            {
                case ComponentType.Button:
                    ButtonRules.Check(inner[index], at, seen, errors);
                    break;
                case ComponentType.StringSelect or (>= 5 and <= ComponentType.ChannelSelect):
                    SelectRules.Check(inner[index], at, seen, errors);
                    if (inner.Count > 1)
                        errors.Add(
                            list, "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                            "The specified component exceeds the maximum width");
                    break;
                default:
                    errors.UnknownType(at, "2, 3, 5, 6, 7, 8");
                    break;
            }
        }
    }

    private static int CountAll(IEnumerable<JsonElement> components) => components.Sum(component =>
        1 + CountAll(component.Items("components"u8)) + (component.TryGet("accessory"u8, out _) ? 1 : 0));
}
