
namespace PolicyBot.Storage.Schema;

/// <summary>The ledger's states as they stand in it.</summary>
internal static class LedgerStateNames
{
    public const string Claimed = "claimed";
    public const string Posted = "posted";
    public const string Dropped = "dropped";
}
