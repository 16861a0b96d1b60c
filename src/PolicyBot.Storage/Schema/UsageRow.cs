using PolicyBot.Chat.Usage;

namespace PolicyBot.Storage.Schema;

/// <summary>A row of <c>usage</c>.</summary>
internal sealed class UsageRow
{
    public required string Server { get; init; }

    /// <summary>Unix milliseconds; the first one of the day (UTC) if the row is the sum of a day.</summary>
    public required long At { get; init; }

    public required string Article { get; init; }

    /// <summary>The entry's id, or empty if there is none.</summary>
    public required string Entry { get; init; }

    public required UsageKind Kind { get; init; }

    public required long Count { get; init; }
}
