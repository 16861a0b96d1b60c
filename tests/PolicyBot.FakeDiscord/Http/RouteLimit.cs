namespace PolicyBot.FakeDiscord.Http;

/// <summary>The rate limits of a route.</summary>
internal enum RouteLimit
{
    /// <summary>The usual limit and the global one.</summary>
    Usual,

    /// <summary>The limit for posting messages and the global one.</summary>
    Posting,

    /// <summary>
    /// Only the usual limit, without a bot token: follow-ups and edits with an interaction's token, and the gateway's
    /// address.
    /// </summary>
    Open,

    /// <summary>No limit and no headers: interaction callbacks.</summary>
    None,
}
