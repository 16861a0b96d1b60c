using System.Text.Json;
using System.Text.Unicode;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>Checks bytes as JSON, and the JSON against a schema.</summary>
internal static class JsonBody
{
    // Readers differ in how they read duplicate names.
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    public static IReadOnlyList<string> Check(ReadOnlyMemory<byte> bytes, SchemaValidator schema)
    {
        if (TryRead(bytes, out var document) is { } problem) return [$"$: {problem}"];
        using (document) return [.. schema.Check(document!.RootElement).Select(found => found.ToString())];
    }

    // Returns what is wrong with the text, or null and the JSON.
    private static string? TryRead(ReadOnlyMemory<byte> bytes, out JsonDocument? document)
    {
        document = null;
        if (!Utf8.IsValid(bytes.Span)) return "the body is not UTF-8";
        try
        {
            document = JsonDocument.Parse(bytes, Options);
            if (HasEscapedSurrogate(bytes.Span)) Read(document.RootElement);
            return null;
        }
        catch (JsonException exception)
        {
            return $"the body is not JSON: {exception.Message}";
        }
        catch (InvalidOperationException exception)
        {
            // The reader throws this for a lone surrogate.
            document?.Dispose();
            return $"a string cannot be read: {exception.Message}";
        }
    }

    // Only an escape can contain a lone surrogate, because the bytes are UTF-8.
    private static bool HasEscapedSurrogate(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("\\ud"u8) >= 0 || bytes.IndexOf("\\uD"u8) >= 0;

    private static void Read(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String) _ = element.GetString();
        if (element.ValueKind == JsonValueKind.Array) foreach (var item in element.EnumerateArray()) Read(item);
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var member in element.EnumerateObject())
        {
            _ = member.Name;
            Read(member.Value);
        }
    }
}
