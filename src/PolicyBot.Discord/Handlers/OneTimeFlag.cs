namespace PolicyBot.Discord.Handlers;

/// <summary>Whether somebody has been told something that is told once. Safe for many threads.</summary>
internal sealed class OneTimeFlag
{
    private int _isTold;

    /// <summary>Takes the telling over.</summary>
    /// <returns>Whether nobody else has.</returns>
    public bool TrySet() => Interlocked.Exchange(ref _isTold, 1) == 0;

    /// <summary>It could not be told after all.</summary>
    public void Reset() => Volatile.Write(ref _isTold, 0);
}
