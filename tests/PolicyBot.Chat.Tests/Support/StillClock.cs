using NodaTime;

namespace PolicyBot.Chat.Tests.Support;

/// <summary>A clock that stands still until it is set, or goes on by a step whenever somebody looks.</summary>
internal sealed class StillClock : IClock
{
    public Instant Now { get; set; } = Instant.FromUtc(2026, 3, 10, 12, 0);

    public Duration Step { get; set; }

    public Instant GetCurrentInstant() => Now += Step;
}
