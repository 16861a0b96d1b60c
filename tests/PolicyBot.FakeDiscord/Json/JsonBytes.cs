using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyBot.FakeDiscord.Json;

/// <summary>Writes JSON as Discord does: compact, ids as strings, no unnecessary escapes.</summary>
internal static class JsonBytes
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static byte[] Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer, value);
        return buffer.WrittenSpan.ToArray();
    }

    public static void WriteId(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, ulong id)
    {
        writer.WritePropertyName(name);
        writer.WriteIdValue(id);
    }

    public static void WriteId(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, ulong? id)
    {
        if (id is { } known)
            writer.WriteId(name, known);
        else
            writer.WriteNull(name);
    }

    public static void WriteIdValue(this Utf8JsonWriter writer, ulong id)
    {
        Span<byte> digits = stackalloc byte[20];
        id.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        writer.WriteStringValue(digits[..length]);
    }

    public static void WriteTime(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset time) =>
        writer.WriteString(
            name, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture));

    public static void WriteEmptyArray(this Utf8JsonWriter writer, ReadOnlySpan<byte> name)
    {
        writer.WriteStartArray(name);
        writer.WriteEndArray();
    }

    public static void WriteRaw(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json, skipInputValidation: true);
    }

    public static void WriteElement(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement value)
    {
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }
}
