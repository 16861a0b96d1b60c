namespace PolicyBot.FakeDiscord;

/// <summary>A fault of a request.</summary>
public abstract record HttpFault
{
    private HttpFault()
    {
    }

    /// <summary>Responds with this status and body without doing anything.</summary>
    public sealed record Status(int Code, string? Body = null) : HttpFault;

    /// <summary>Responds with one of Discord's error objects without doing anything.</summary>
    public sealed record Refusal(int Status, int Code, string Message) : HttpFault
    {
        /// <summary>The HTTP status.</summary>
        public new int Status { get; init; } = Status;
    }

    /// <summary>
    /// Responds with 429 and the scope user, global or shared, without doing anything. Without headers it looks like
    /// Cloudflare's: only Retry-After and an HTML page.
    /// </summary>
    public sealed record RateLimited(TimeSpan RetryAfter, string Scope = "user", bool HasHeaders = true) : HttpFault;

    /// <summary>Never responds, until the server stops or the client disconnects.</summary>
    public sealed record Hold : HttpFault;

    /// <summary>Responds as usual when the task has completed.</summary>
    public sealed record Wait(Task Until) : HttpFault;

    /// <summary>Aborts the connection before doing anything.</summary>
    public sealed record DropBefore : HttpFault;

    /// <summary>Does everything, then aborts the connection without a response.</summary>
    public sealed record DropAfter : HttpFault;

    /// <summary>Does everything, then responds with this status and body anyway.</summary>
    public sealed record StatusAfter(int Code, string? Body = null) : HttpFault;

    /// <summary>Does everything, then never responds, until the server stops or the client disconnects.</summary>
    public sealed record HoldAfter : HttpFault;
}
