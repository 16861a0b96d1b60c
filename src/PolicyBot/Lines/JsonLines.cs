using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Lines;

/// <summary>Writes values as one JSON object a line.</summary>
[JsonSerializable(typeof(AnswerLine))]
[JsonSerializable(typeof(QuoteLine))]
internal sealed partial class JsonLines : JsonSerializerContext
{
    // The lines go to a terminal or a file, not into a web page: letters stay readable.
    private static readonly JsonLines Readable = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });

    public static void Write(TextWriter writer, AnswerLine line) => writer.Write(JsonSerializer.Serialize(line, Readable.AnswerLine) + "\n");

    public static void Write(TextWriter writer, QuoteLine line) => writer.Write(JsonSerializer.Serialize(line, Readable.QuoteLine) + "\n");
}
