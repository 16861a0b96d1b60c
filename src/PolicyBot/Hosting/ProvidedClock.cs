using NodaTime;

namespace PolicyBot.Hosting;

/// <summary>A NodaTime clock on a <see cref="TimeProvider"/>.</summary>
internal sealed class ProvidedClock(TimeProvider time) : IClock
{
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
