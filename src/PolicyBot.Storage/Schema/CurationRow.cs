using NodaTime;

namespace PolicyBot.Storage.Schema;

/// <summary>A row of <c>curation</c>: a change that a server made to its set.</summary>
internal sealed class CurationRow
{
    public required string Server { get; init; }

    public required int Number { get; init; }

    public required string Article { get; init; }

    public required Instant At { get; init; }

    /// <summary>A user's id, or "operator"; null if it was erased.</summary>
    public string? Author { get; init; }

    public string? Reason { get; init; }

    /// <summary>What was changed: one change in JSON per line.</summary>
    public required string Changes { get; init; }

    public Instant? UndoneAt { get; init; }

    public string? UndoneBy { get; init; }
}
