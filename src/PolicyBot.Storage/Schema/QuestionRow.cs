namespace PolicyBot.Storage.Schema;

/// <summary>A row of <c>questions</c>.</summary>
internal sealed class QuestionRow
{
    public required string Community { get; init; }

    public required string Article { get; init; }

    public required string Text { get; init; }

    /// <summary>One of <see cref="UsageKindNames"/>.</summary>
    public required string Kind { get; init; }

    public required long Count { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long LastAt { get; init; }

    public bool Dismissed { get; init; }
}
