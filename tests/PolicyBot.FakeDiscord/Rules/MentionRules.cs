using System.Text.Json;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Rules;

/// <summary>Discord's rules for allowed_mentions.</summary>
internal static class MentionRules
{
    public static void Check(JsonElement data, string path, FieldErrors errors)
    {
        if (!data.TryGet("allowed_mentions"u8, out var allowed))
            return;
        var at = FieldErrors.At(path, "allowed_mentions");
        if (allowed.ValueKind != JsonValueKind.Object)
        {
            errors.Add(at, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
            return;
        }

        var parsed = errors.Items(allowed, at, "parse", 0, 3).Select(item => item.ToString()).ToList();
        for (var index = 0; index < parsed.Count; index++)
        {
            if (parsed[index] is not ("users" or "roles" or "everyone"))
                errors.Add(
                    $"{at}.parse.{index}", "BASE_TYPE_CHOICES", "Value must be one of ('everyone', 'roles', 'users').");
        }

        foreach (var kind in new[] { "users", "roles" })
        {
            var listed = errors.Items(allowed, at, kind, 0, 100);
            if (listed.Any(item => item.AsId() is null))
                errors.Add(FieldErrors.At(at, kind), "NUMBER_TYPE_COERCE", "A value is not snowflake.");
            if (listed.Count > 0 && parsed.Contains(kind))
            {
                errors.Add(
                    at, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
            }
        }
    }
}
