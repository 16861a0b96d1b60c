using System.Text.Json;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>The components that a user can use on a message.</summary>
internal static class MessageComponents
{
    public static JsonElement Find(StoredMessage message, string customId, int type)
    {
        var all = All(message);
        var found = all.FirstOrDefault(
            component => component.Text("custom_id"u8) == customId && component.Number("type"u8) == type);
        if (found.ValueKind == JsonValueKind.Undefined)
        {
            throw new ActionUnavailableException(
                $"The message has no {(type == ComponentType.Button ? "button" : "select")} {customId}. It has: "
                + string.Join(", ", all.Select(component => component.Text("custom_id"u8)).OfType<string>()) + ".");
        }

        return found.Flag("disabled"u8) ? throw new ActionUnavailableException($"{customId} is disabled.") : found;
    }

    /// <summary>All buttons and selects, at any depth.</summary>
    public static IReadOnlyList<JsonElement> All(StoredMessage message)
    {
        using var document = JsonDocument.Parse(message.Body.Components);
        return [.. Flatten(document.RootElement.Clone())];
    }

    public static void CheckSelection(JsonElement select, IReadOnlyList<string> values)
    {
        var offered = select.Items("options"u8).Select(option => option.Text("value"u8)).ToList();
        if (values.FirstOrDefault(value => !offered.Contains(value)) is { } unknown)
            throw new ActionUnavailableException(
                $"The select does not offer {unknown}. It offers: {string.Join(", ", offered)}.");
        var (least, most) = (select.Number("min_values"u8) ?? 1, select.Number("max_values"u8) ?? 1);
        if (values.Count < least || values.Count > most)
            throw new ActionUnavailableException($"The select takes {least} to {most} values, not {values.Count}.");
    }

    private static IEnumerable<JsonElement> Flatten(JsonElement components)
    {
        foreach (var component in components.EnumerateArray())
        {
            yield return component;
            if (component.TryGet("accessory"u8, out var accessory))
                yield return accessory;
            if (!component.TryGet("components"u8, out var inner))
                continue;
            foreach (var found in Flatten(inner))
                yield return found;
        }
    }
}
