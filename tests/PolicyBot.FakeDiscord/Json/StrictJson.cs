using System.Text.Json;
using System.Text.Unicode;

namespace PolicyBot.FakeDiscord.Json;

/// <summary>
/// Parses JSON from a client, and rejects at once what would fail only later: duplicate names and invalid Unicode.
/// </summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>Parses a document; throws <see cref="JsonException"/> if it is invalid.</summary>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span))
            throw new JsonException("The text is no UTF-8.");
        try
        {
            if (json.Span.IndexOf("\\u"u8) >= 0)
                ReadTexts(json.Span);
            return JsonDocument.Parse(json, Options);
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A text holds half of a surrogate pair.", exception);
        }
    }

    /// <summary>Reads every text once, because a lone surrogate shows only then.</summary>
    private static void ReadTexts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                reader.GetString();
        }
    }
}
