using System.Globalization;
using System.Text.Json;

namespace PolicyBot.FakeDiscord.Json;

/// <summary>Reads JSON from a client, in which anything may be missing or of another type.</summary>
internal static class JsonReading
{
    /// <summary>The property, if it is present and not null.</summary>
    public static bool TryGet(this JsonElement value, ReadOnlySpan<byte> name, out JsonElement found)
    {
        found = default;
        return value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty(name, out found)
            && found.ValueKind != JsonValueKind.Null;
    }

    public static string? Text(this JsonElement value, ReadOnlySpan<byte> name) =>
        value.TryGet(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    public static int? Number(this JsonElement value, ReadOnlySpan<byte> name) =>
        value.TryGet(name, out var found)
            && found.ValueKind == JsonValueKind.Number
            && found.TryGetInt32(out var number) ? number : null;

    public static bool Flag(this JsonElement value, ReadOnlySpan<byte> name) =>
        value.TryGet(name, out var found) && found.ValueKind == JsonValueKind.True;

    public static IEnumerable<JsonElement> Items(this JsonElement value, ReadOnlySpan<byte> name) =>
        value.TryGet(name, out var found) && found.ValueKind == JsonValueKind.Array ? found.EnumerateArray() : [];

    /// <summary>An id, which Discord accepts as a string or a number.</summary>
    public static ulong? Id(this JsonElement value, ReadOnlySpan<byte> name) =>
        value.TryGet(name, out var found) ? AsId(found) : null;

    public static ulong? AsId(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ParseId(value.GetString()),
        JsonValueKind.Number when value.TryGetUInt64(out var id) => id,
        _ => null,
    };

    public static ulong? ParseId(string? text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
