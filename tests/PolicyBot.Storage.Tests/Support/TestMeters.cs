using System.Diagnostics.Metrics;

namespace PolicyBot.Storage.Tests.Support;

/// <summary>Creates meters that nobody listens to.</summary>
internal sealed class TestMeters : IMeterFactory
{
    public Meter Create(MeterOptions options) => new(options);

    public void Dispose()
    {
    }
}
