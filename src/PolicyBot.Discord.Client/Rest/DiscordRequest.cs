using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Rest;

/// <summary>A request to Discord's HTTP API.</summary>
/// <param name="Method">The method.</param>
/// <param name="Route">The path with placeholders for ids and tokens, for rate limits, logs and errors.</param>
/// <param name="Path">The path, relative to the API's address. It may contain a token and is never logged.</param>
/// <param name="MajorParameter">
/// The id in the path that Discord limits separately (of a channel, a guild or a webhook), or "".
/// </param>
public sealed record DiscordRequest(HttpMethod Method, string Route, string Path, string MajorParameter = "")
{
    /// <summary>The body, JSON in UTF-8; or null.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The file to upload with the body, or null.</summary>
    public OutgoingFile? File { get; init; }

    /// <summary>Whether sending it twice has the same effect as once, so that it can be retried at any time.</summary>
    public bool IsIdempotent { get; init; } = Method != HttpMethod.Post;

    /// <summary>Whether it counts towards the global rate limit.</summary>
    public bool CountsTowardsGlobalLimit { get; init; } = true;

    /// <summary>Whether its route has a rate limit of its own.</summary>
    public bool HasBucket { get; init; } = true;

    /// <summary>The time limit, waiting and retries included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Its name in errors and logs.</summary>
    public string Name => $"{Method} {Route}";
}
