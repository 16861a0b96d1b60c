using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>A response of the control API: indented JSON or plain text.</summary>
internal sealed record ControlResponse(int Status, string ContentType, byte[] Body)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static ControlResponse Json(JsonNode body, int status = 200) =>
        new(status, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(body.ToJsonString(Readable) + "\n"));

    public static ControlResponse Text(string text) =>
        new(200, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    public static ControlResponse Error(string message, int status = 400) =>
        Json(new JsonObject { ["error"] = message }, status);
}
