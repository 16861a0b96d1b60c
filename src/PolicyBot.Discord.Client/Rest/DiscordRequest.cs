using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Rest;

/// <summary>A request to Discord's HTTP API.</summary>
/// <param name="Method">The method.</param>
/// <param name="Route">The path with names in place of ids, by which Discord limits it and logs name it.</param>
/// <param name="Path">The path, relative to the API's address; it may hold an interaction's token and is never logged.</param>
/// <param name="MajorParameter">The id within the path that limits are kept apart by (a channel, a guild, a webhook), or "".</param>
public sealed record DiscordRequest(HttpMethod Method, string Route, string Path, string MajorParameter = "")
{
    /// <summary>JSON in UTF-8, or null.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>A file that goes with the JSON, or null.</summary>
    public OutgoingFile? File { get; init; }

    /// <summary>Whether it can be sent again, not knowing whether Discord did it, without its being done twice.</summary>
    public bool IsIdempotent { get; init; } = Method != HttpMethod.Post;

    /// <summary>Whether it counts against the global limit.</summary>
    public bool CountsTowardsGlobalLimit { get; init; } = true;

    /// <summary>Whether its route has a bucket of its own.</summary>
    public bool HasBucket { get; init; } = true;

    /// <summary>How long it may take in all, with waiting and retries.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How errors and logs name it.</summary>
    public string Name => $"{Method} {Route}";
}
