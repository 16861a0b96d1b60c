using System.Text.Json;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.Rules;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>The fields of a modal, and what Discord's client lets a user enter there.</summary>
internal static class ModalFields
{
    private const int LongestText = 4000;

    /// <summary>The text inputs and menus, in labels or rows.</summary>
    public static IReadOnlyList<JsonElement> All(JsonElement modal) =>
        [.. modal.Items("components"u8).Select(Find).Where(field => field.ValueKind == JsonValueKind.Object)];

    /// <summary>The field in a component; undefined if it has none.</summary>
    public static JsonElement Find(JsonElement component) =>
        component.TryGet("component"u8, out var labelled) ? labelled : component.Items("components"u8).FirstOrDefault();

    public static bool IsText(JsonElement field) => field.Number("type"u8) == ComponentType.TextInput;

    public static bool IsRequired(JsonElement field) =>
        !field.TryGet("required"u8, out _) || field.Flag("required"u8);

    public static int GetMaxLength(JsonElement field) => field.Number("max_length"u8) ?? LongestText;

    /// <summary>What the field contains when the modal opens: one text, or the selected values.</summary>
    public static IReadOnlyList<string> GetPreset(JsonElement field) => IsText(field)
        ? [field.Text("value"u8) ?? ""]
        : [.. field.Items("options"u8).Where(option => option.Flag("default"u8)).Select(o => o.Text("value"u8)!)];

    /// <summary>Finds what a user entered, and throws if Discord's client wouldn't accept it.</summary>
    public static IReadOnlyList<string> GetEntered(JsonElement field, IReadOnlyDictionary<string, object> values)
    {
        var customId = field.Text("custom_id"u8)!;
        var entered = values.GetValueOrDefault(customId) switch
        {
            null => GetPreset(field),
            string text when !IsText(field) && text.Length == 0 => [],
            string text => [text],
            IEnumerable<string> several => [.. several],
            var other => throw new ActionUnavailableException(
                $"The field {customId} takes a text or a list of texts, not {other}."),
        };
        if (!IsText(field))
            CheckSelection(field, entered);
        else if (entered.Count == 1)
            CheckText(field, customId, entered[0]);
        else
            throw new ActionUnavailableException($"The field {customId} takes one text.");
        return entered;
    }

    private static void CheckSelection(JsonElement menu, IReadOnlyList<string> values)
    {
        if (values.Count > 0 || IsRequired(menu))
            MessageComponents.CheckSelection(menu, values);
    }

    private static void CheckText(JsonElement input, string customId, string value)
    {
        var isRequired = IsRequired(input);
        var least = Math.Max(input.Number("min_length"u8) ?? 0, isRequired ? 1 : 0);
        var most = GetMaxLength(input);
        var length = TextLength.Count(value);
        if (length > most || length < least && (isRequired || length > 0))
            throw new ActionUnavailableException(
                $"The input {customId} takes {least} to {most} characters, not {length}.");
    }
}
