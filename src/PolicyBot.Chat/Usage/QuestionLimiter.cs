using NodaTime;
using PolicyBot.Chat.Caching;

namespace PolicyBot.Chat.Usage;

/// <summary>
/// Limits how many questions of a member are stored in an hour, so that nobody can fill the store. Who asked is only in
/// memory. Not safe for several threads.
/// </summary>
/// <param name="clock">The clock.</param>
internal sealed class QuestionLimiter(IClock clock)
{
    private const int MaxPerHour = 30;
    private const int MaxMembers = 10_000;

    private readonly LruCache<(string Server, string Member), Hour> _hours = new(MaxMembers);

    /// <summary>Counts a question, and returns whether it may be stored.</summary>
    public bool TryAcquire(string server, string member)
    {
        var now = clock.GetCurrentInstant();
        var hour = _hours.GetOrAdd((server, member), _ => new Hour());
        var age = now - hour.Start;
        // After the clock was set back, the hour would be long.
        if (age >= Duration.FromHours(1) || age < Duration.Zero) (hour.Start, hour.Count) = (now, 0);
        if (hour.Count == MaxPerHour) return false;
        hour.Count++;
        return true;
    }

    private sealed class Hour
    {
        public Instant Start { get; set; } = Instant.MinValue;

        public int Count { get; set; }
    }
}
