
namespace PolicyBot.Storage.Schema;

/// <summary>A row of <c>subscriptions</c>.</summary>
internal sealed class SubscriptionRow
{
    public required string Channel { get; init; }

    public required string Community { get; init; }

    /// <summary>HH:mm.</summary>
    public required string Time { get; init; }

    public required string Zone { get; init; }

    public required string Content { get; init; }

    public required string SetBy { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long NextDue { get; init; }

    public string? Paused { get; init; }

    public bool SkipsNext { get; init; }
}
