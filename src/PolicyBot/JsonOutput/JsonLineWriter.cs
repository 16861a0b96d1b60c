using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.JsonOutput;

/// <summary>Writes values as one JSON object per line.</summary>
[JsonSerializable(typeof(AnswerJson))]
[JsonSerializable(typeof(QuoteJson))]
internal sealed partial class JsonLineWriter : JsonSerializerContext
{
    // The lines go to a terminal or a file, not into a web page: letters stay readable.
    private static readonly JsonLineWriter Readable = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });

    public static void Write(TextWriter writer, AnswerJson line) =>
        writer.Write(JsonSerializer.Serialize(line, Readable.AnswerJson) + "\n");

    public static void Write(TextWriter writer, QuoteJson line) =>
        writer.Write(JsonSerializer.Serialize(line, Readable.QuoteJson) + "\n");
}
