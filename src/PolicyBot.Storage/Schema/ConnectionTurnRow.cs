using NodaTime;

namespace PolicyBot.Storage.Schema;

/// <summary>A row of <c>connection_turns</c>: when a process last took the turn of a queue.</summary>
internal sealed class ConnectionTurnRow
{
    public required int Queue { get; init; }

    /// <summary>By the database's clock.</summary>
    public required Instant TakenAt { get; init; }
}
