namespace PolicyBot.Storage.Backup;

/// <summary>The result of a backup or restore.</summary>
public abstract record BackupResult
{
    private BackupResult()
    {
    }

    /// <summary>It is complete.</summary>
    /// <param name="Tables">The number of tables.</param>
    /// <param name="Rows">The number of rows in all of them.</param>
    public sealed record Done(int Tables, long Rows) : BackupResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Problem">What is wrong and the fix, in one line.</param>
    public sealed record Refused(string Problem) : BackupResult;
}
