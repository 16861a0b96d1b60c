using NodaTime;
using PolicyBot.Chat.DailyPosts;

namespace PolicyBot.Storage.Schema;

/// <summary>A row of <c>ledger</c>.</summary>
internal sealed class LedgerRow
{
    public required string Channel { get; init; }

    public required LocalDate Day { get; init; }

    public required LedgerState State { get; init; }

    /// <summary>The post, or null if the day was skipped before one was composed.</summary>
    public DailyPost? Post { get; init; }

    public string? Message { get; init; }

    public required int Attempts { get; init; }

    /// <summary>Who has the claim, or null if nobody has it.</summary>
    public string? Owner { get; init; }

    /// <summary>When the day may be claimed again, or null if it is posted or skipped.</summary>
    public Instant? LeaseUntil { get; init; }

    public string? Note { get; init; }

    public required Instant At { get; init; }

    /// <summary>The server of the subscription, which may have been removed since; null in very old rows.</summary>
    public string? Server { get; init; }

    public LedgerEntry ToEntry() => new(Channel, Day, State, Post, Message, Attempts, Note, At);
}
