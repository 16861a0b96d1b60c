namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>What the ids of an interaction stand for.</summary>
internal sealed record ResolvedPayload
{
    public IReadOnlyDictionary<ulong, ResolvedMessagePayload>? Messages { get; init; }

    internal sealed record ResolvedMessagePayload(string? Content);
}
