using NodaTime;

namespace PolicyBot.Storage.Schema;

/// <summary>The row of <c>connection_limits</c>: how often the bot's processes can still connect.</summary>
internal sealed class ConnectionLimitRow
{
    /// <summary>The id of the only row.</summary>
    public const int OnlyId = 1;

    public required int Id { get; init; }

    public required int Remaining { get; init; }

    /// <summary>When all connections are allowed again, by the database's clock.</summary>
    public required Instant ResetsAt { get; init; }
}
