using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>The address of the gateway.</summary>
internal static class GatewayRoutes
{
    public static ApiResponse Get(ApiState state, ApiRequest call) =>
        ApiResponse.Ok(JsonBytes.Write(state, static (writer, known) =>
        {
            writer.WriteStartObject();
            writer.WriteString("url"u8, known.GatewayUrl.OriginalString);
            writer.WriteEndObject();
        }));

    public static ApiResponse GetBot(ApiState state, ApiRequest call) =>
        ApiResponse.Ok(JsonBytes.Write(state, static (writer, known) =>
        {
            var (remaining, resetAfter) = known.SessionStarts.Current;
            writer.WriteStartObject();
            writer.WriteString("url"u8, known.GatewayUrl.OriginalString);
            writer.WriteNumber("shards"u8, known.Options.RecommendedShards);
            writer.WriteStartObject("session_start_limit"u8);
            writer.WriteNumber("total"u8, known.SessionStarts.Total);
            writer.WriteNumber("remaining"u8, remaining);
            writer.WriteNumber("reset_after"u8, (long)resetAfter.TotalMilliseconds);
            writer.WriteNumber("max_concurrency"u8, known.Options.MaxConcurrency);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }));
}
