using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Json;

/// <summary>Reads JSON into nodes that are safe for several threads: lazy nodes are filled at once.</summary>
internal static class JsonTree
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static JsonNode? Parse(ReadOnlySpan<byte> json)
    {
        var node = JsonNode.Parse(json, documentOptions: Strict);
        Fill(node);
        return node;
    }

    public static JsonObject ParseObject(ReadOnlySpan<byte> json) => (JsonObject)Parse(json)!;

    private static void Fill(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject properties:
                foreach (var (_, value) in properties)
                    Fill(value);
                break;
            case JsonArray items:
                foreach (var value in items)
                    Fill(value);
                break;
        }
    }
}
