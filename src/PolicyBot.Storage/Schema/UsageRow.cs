namespace PolicyBot.Storage.Schema;

/// <summary>A row of <c>usage</c>.</summary>
internal sealed class UsageRow
{
    public required string Community { get; init; }

    /// <summary>Unix milliseconds; of what is put together by day, the day's first.</summary>
    public required long At { get; init; }

    public required string Article { get; init; }

    /// <summary>Empty where it happened to none.</summary>
    public required string Entry { get; init; }

    /// <summary>One of <see cref="UsageKindNames"/>.</summary>
    public required string Kind { get; init; }

    public required long Count { get; init; }
}
