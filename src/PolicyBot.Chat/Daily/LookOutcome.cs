namespace PolicyBot.Chat.Daily;

/// <summary>What a look for a post found. Closed: one of the three records within.</summary>
public abstract record LookOutcome
{
    private LookOutcome()
    {
    }

    /// <summary>It stands there.</summary>
    /// <param name="Message">The message’s id.</param>
    public sealed record Found(string Message) : LookOutcome;

    /// <summary>It does not.</summary>
    public sealed record NotThere : LookOutcome;

    /// <summary>Nobody could look.</summary>
    public sealed record Unknown : LookOutcome;
}
