using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PolicyBot.IntegrationTests.Approval;

/// <summary>Formats what the bot sent: readable, and the same in each run.</summary>
internal static partial class Payload
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // The parts that differ between runs.
    private static readonly Dictionary<string, string> Marks = new(StringComparer.Ordinal)
    {
        ["message_id"] = "<message>",
        ["nonce"] = "<nonce>",
    };

    /// <summary>The text for an approved file.</summary>
    public static string Write(JsonNode payload) => Marked(payload)!.ToJsonString(Readable) + "\n";

    /// <summary>
    /// Reduces a payload to the properties of another; numbers become text where they are text there, and null an empty
    /// list where the other has one.
    /// </summary>
    public static JsonNode? AsFarAs(JsonNode? other, JsonNode? payload) => (other, payload) switch
    {
        (JsonObject expected, JsonObject properties) => new JsonObject(
            expected.Where(p => properties.ContainsKey(p.Key) || p.Value is JsonArray { Count: 0 })
                .Select(
                    p =>
                        KeyValuePair.Create(p.Key, properties.TryGetPropertyValue(p.Key, out var value)
                            ? AsFarAs(p.Value, value)
                            : new JsonArray()))),
        (JsonArray expected, JsonArray items) =>
            new JsonArray([.. items.Select((item, n) => AsFarAs(n < expected.Count ? expected[n] : null, item))]),
        (JsonValue expected, JsonValue value) when expected.GetValueKind() == JsonValueKind.String
            && value.GetValueKind() == JsonValueKind.Number => value.ToJsonString(),
        _ => payload?.DeepClone(),
    };

    private static JsonNode? Marked(JsonNode? node) => node switch
    {
        JsonObject properties => new JsonObject(
            properties.Select(p => KeyValuePair.Create(p.Key, Marks.GetValueOrDefault(p.Key) ?? Marked(p.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Marked)]),
        JsonValue value when value.TryGetValue(out string? text) => RandomId().Replace(text, "$1<random>"),
        _ => node?.DeepClone(),
    };

    // In the buttons of an unpublished change.
    [GeneratedRegex("(publish\\|id=|draft=)[0-9a-f]{12}")]
    private static partial Regex RandomId();
}
