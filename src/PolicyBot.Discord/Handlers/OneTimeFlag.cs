namespace PolicyBot.Discord.Handlers;

/// <summary>A flag for something that is done once. Thread-safe.</summary>
internal sealed class OneTimeFlag
{
    private int _isSet;

    /// <summary>Sets the flag if it isn't set.</summary>
    /// <returns>Whether it wasn't set before.</returns>
    public bool TrySet() => Interlocked.Exchange(ref _isSet, 1) == 0;

    /// <summary>Resets the flag, after a failure.</summary>
    public void Reset() => Volatile.Write(ref _isSet, 0);
}
