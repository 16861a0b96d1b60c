using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord;

/// <summary>A shard identified and started a session.</summary>
public sealed record IdentifiedRecord(
    DateTimeOffset At, int Shard, int ShardCount, int Intents, string SessionId, JsonObject Payload)
    : ServerRecord(At)
{
    /// <summary>The shard in one line, without its token.</summary>
    public override string ToString() =>
        $"{At:HH:mm:ss.fff} shard {Shard} of {ShardCount} identified, intents {Intents}, session {SessionId}";
}
