using NodaTime;

namespace PolicyBot.Storage.Schema;

/// <summary>A row of <c>votes</c>: a vote that counts once.</summary>
internal sealed class VoteRow
{
    public required string Server { get; init; }

    /// <summary>A hash of the voter, the article and the entry, with the server's key; in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required bool IsHelpful { get; init; }

    /// <summary>Whether the voter ever said that the answer didn't help.</summary>
    public required bool WasNotHelpful { get; init; }

    /// <summary>The beginning of the day (UTC) on which it was last changed.</summary>
    public required Instant At { get; init; }
}
