using System.Text.Json.Serialization;

namespace PolicyBot.Storage.DailyPosts;

/// <summary>Reads and writes the posts of the ledger.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredPost))]
internal sealed partial class PostJson : JsonSerializerContext;
