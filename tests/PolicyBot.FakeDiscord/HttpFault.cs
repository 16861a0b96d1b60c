namespace PolicyBot.FakeDiscord;

/// <summary>Something that goes wrong with a request.</summary>
public abstract record HttpFault
{
    private HttpFault()
    {
    }

    /// <summary>Answered with that status and body, and nothing is done.</summary>
    public sealed record Status(int Code, string? Body = null) : HttpFault;

    /// <summary>Answered with one of Discord's error objects, and nothing is done.</summary>
    public sealed record Refusal(int Status, int Code, string Message) : HttpFault
    {
        /// <summary>The HTTP status.</summary>
        public new int Status { get; init; } = Status;
    }

    /// <summary>
    /// Answered 429 with the scope user, global or shared, and nothing is done. Without headers it looks like
    /// Cloudflare's: Retry-After alone and a page of HTML.
    /// </summary>
    public sealed record RateLimited(TimeSpan RetryAfter, string Scope = "user", bool HasHeaders = true) : HttpFault;

    /// <summary>Never answered, until the server stops or the client goes.</summary>
    public sealed record Hold : HttpFault;

    /// <summary>Answered as usual once the task is done.</summary>
    public sealed record Wait(Task Until) : HttpFault;

    /// <summary>The connection is aborted before anything is done.</summary>
    public sealed record DropBefore : HttpFault;

    /// <summary>Everything is done, then the connection is aborted with no answer.</summary>
    public sealed record DropAfter : HttpFault;

    /// <summary>Everything is done, then answered with that status and body all the same.</summary>
    public sealed record StatusAfter(int Code, string? Body = null) : HttpFault;

    /// <summary>Everything is done, then never answered, until the server stops or the client goes.</summary>
    public sealed record HoldAfter : HttpFault;
}
