using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using PolicyBot.Chat.DailyPosts;

namespace PolicyBot.Storage.Schema;

/// <summary>Reads and writes the posts in the ledger. Existing databases depend on the names in the JSON.</summary>
internal static class PostJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new InstantConverter() },
    };

    public static string Write(DailyPost post) => JsonSerializer.Serialize(post, Options);

    /// <summary>Reads a post. Properties that an old row lacks keep their initial values.</summary>
    public static DailyPost Read(string json) =>
        JsonSerializer.Deserialize<DailyPost>(json, Options) ?? throw new JsonException("The post is null.");

    // As Unix milliseconds.
    private sealed class InstantConverter : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Instant.FromUnixTimeMilliseconds(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
    }
}
