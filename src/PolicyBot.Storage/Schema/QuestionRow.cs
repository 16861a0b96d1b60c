using NodaTime;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Storage.Schema;

/// <summary>A row of <c>questions</c>.</summary>
internal sealed class QuestionRow
{
    public required string Server { get; init; }

    public required string Article { get; init; }

    public required string Text { get; init; }

    public required UsageKind Kind { get; init; }

    public required long Count { get; init; }

    public required Instant FirstAt { get; init; }

    public required Instant LastAt { get; init; }

    /// <summary>The id of the entry that an asker chose instead, last; or null.</summary>
    public string? SuggestedEntry { get; init; }

    public bool Dismissed { get; init; }
}
