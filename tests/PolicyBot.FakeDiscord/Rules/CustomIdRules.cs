using System.Text.Json;

namespace PolicyBot.FakeDiscord.Rules;

/// <summary>The custom_id of a component: required, at most 100 characters, unique in the message.</summary>
internal static class CustomIdRules
{
    public static void Check(JsonElement component, string path, HashSet<string> seen, FieldErrors errors)
    {
        if (errors.Text(component, path, "custom_id", 1, 100, isRequired: true) is { } id && !seen.Add(id))
        {
            errors.Add(
                FieldErrors.At(path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED",
                "Component custom id cannot be duplicated");
        }
    }
}
