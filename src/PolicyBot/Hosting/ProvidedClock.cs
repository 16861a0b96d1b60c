using NodaTime;

namespace PolicyBot.Hosting;

/// <summary>The time of a <see cref="TimeProvider"/>.</summary>
internal sealed class ProvidedClock(TimeProvider time) : IClock
{
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
