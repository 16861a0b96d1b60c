using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>The body of a request for the log: its JSON, or its text if it isn't JSON.</summary>
internal static class RecordedBody
{
    public static JsonNode? Create(byte[] body, RequestBody? parsed)
    {
        if (body.Length == 0)
            return null;
        try
        {
            return parsed is { Json.ValueKind: not JsonValueKind.Undefined }
                ? JsonTree.Parse(Encoding.UTF8.GetBytes(parsed.Json.GetRawText()))
                : JsonValue.Create(Encoding.UTF8.GetString(body));
        }
        catch (JsonException)
        {
            return JsonValue.Create(Encoding.UTF8.GetString(body));
        }
    }
}
