
namespace PolicyBot.Storage.Schema;

/// <summary>A row of <c>ledger</c>.</summary>
internal sealed class LedgerRow
{
    public required string Channel { get; init; }

    /// <summary>yyyy-MM-dd.</summary>
    public required string Day { get; init; }

    public required string State { get; init; }

    /// <summary>A <see cref="StoredPost"/> as JSON; null where the day was dropped unsaid.</summary>
    public string? Post { get; init; }

    public string? Message { get; init; }

    public required int Attempts { get; init; }

    /// <summary>Who has the claim; null where nobody has.</summary>
    public string? Owner { get; init; }

    /// <summary>Unix milliseconds from which it may be claimed again; null where it is settled.</summary>
    public long? LeaseUntil { get; init; }

    public string? Note { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long At { get; init; }

    /// <summary>Of the subscription by which it was posted, which may be gone; null where there was none.</summary>
    public string? Community { get; init; }
}
