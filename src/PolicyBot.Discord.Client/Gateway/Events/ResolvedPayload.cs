namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>The objects that an interaction references by their ids.</summary>
internal sealed record ResolvedPayload
{
    public IReadOnlyDictionary<ulong, ResolvedMessagePayload>? Messages { get; init; }

    internal sealed record ResolvedMessagePayload(string? Content);
}
