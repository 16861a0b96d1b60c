namespace PolicyBot.FakeDiscord.Http;

/// <summary>Which limits a route has.</summary>
internal enum RouteLimit
{
    /// <summary>The usual one, and the global one.</summary>
    Usual,

    /// <summary>That of posting messages, and the global one.</summary>
    Posting,

    /// <summary>
    /// The usual one only, and no bot token: follow-ups and edits with an interaction's token, and where the gateway
    /// is.
    /// </summary>
    Open,

    /// <summary>None, and no headers: interaction callbacks.</summary>
    None,
}
