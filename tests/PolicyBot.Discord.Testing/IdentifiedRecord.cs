using System.Text.Json.Nodes;

namespace PolicyBot.Discord.Testing;

/// <summary>A shard identified and got its session.</summary>
public sealed record IdentifiedRecord(DateTimeOffset At, int Shard, int ShardCount, int Intents, string SessionId, JsonObject Payload)
    : ServerRecord(At);
