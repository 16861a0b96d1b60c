namespace PolicyBot.Discord.Testing.Http;

/// <summary>Which limits a route has.</summary>
internal enum RouteLimit
{
    /// <summary>The usual one, and the global one.</summary>
    Usual,

    /// <summary>That of posting messages, and the global one.</summary>
    Posting,

    /// <summary>The usual one only: follow-ups and edits with an interaction's token.</summary>
    FollowUp,

    /// <summary>None, and no headers: interaction callbacks.</summary>
    None,
}
