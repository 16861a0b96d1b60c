using System.Text.Json;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Rules;

/// <summary>
/// Discord's limits for a new or edited message. The path is the position of the message in the body; an edit can't
/// change the kind of components.
/// </summary>
internal static class MessageRules
{
    private const int LongestNonce = 25;

    public static void Check(JsonElement data, string path, FieldErrors errors, int flagsBefore = 0)
    {
        errors.Text(data, path, "content", 0, 2000);
        var flags = errors.Number(data, path, "flags", 0, int.MaxValue) ?? 0;
        EmbedRules.Check(data, path, errors);
        var isV2 = ((flags | flagsBefore) & MessageFlags.ComponentsV2) != 0;
        ComponentRules.Check(data, path, isV2, errors);
        MentionRules.Check(data, path, errors);
        CheckNonce(data, path, errors);
        if (!isV2)
            return;
        if (!string.IsNullOrEmpty(data.Text("content"u8)))
            RefuseLegacy("content", path, errors);
        if (data.Items("embeds"u8).Any())
            RefuseLegacy("embeds", path, errors);
    }

    private static void RefuseLegacy(string name, string path, FieldErrors errors) => errors.Add(
        FieldErrors.At(path, name),
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
        $"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");

    private static void CheckNonce(JsonElement data, string path, FieldErrors errors)
    {
        if (!data.TryGet("nonce"u8, out var nonce))
            return;
        var at = FieldErrors.At(path, "nonce");
        if (nonce.ValueKind != JsonValueKind.String
            && !(nonce.ValueKind == JsonValueKind.Number && nonce.TryGetInt64(out _)))
            errors.Add(at, "NONCE_TYPE_INVALID_TYPE", "This field must be a string or integer.");
        else if (TextLength.Count(nonce.ToString()) > LongestNonce)
            errors.Add(at, "NONCE_TYPE_TOO_LONG", $"Must be {LongestNonce} or fewer characters long.");
    }
}
