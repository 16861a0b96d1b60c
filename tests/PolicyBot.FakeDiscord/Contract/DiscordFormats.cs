using System.Text.Json;
using Json.Schema;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>The formats of Discord's description that JSON Schema doesn't define or defines too loosely.</summary>
internal static class DiscordFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        // A separate pattern says that it consists of digits, and a separate keyword limits the length of a nonce.
        new PredicateFormat("snowflake", value => IsNot(value, JsonValueKind.String) || FitsId(value.GetString()!)),
        new PredicateFormat("int32", value => IsNot(value, JsonValueKind.Number) || value.TryGetInt32(out _)),
        new PredicateFormat("int64", value => IsNot(value, JsonValueKind.Number) || value.TryGetInt64(out _)),
        new PredicateFormat("double", value => IsNot(value, JsonValueKind.Number) || IsFinite(value)),
    ];

    private static bool FitsId(string text) => !text.All(char.IsAsciiDigit) || ulong.TryParse(text, out _);

    private static bool IsFinite(JsonElement value) => value.TryGetDouble(out var number) && double.IsFinite(number);

    private static bool IsNot(JsonElement value, JsonValueKind kind) => value.ValueKind != kind;
}
