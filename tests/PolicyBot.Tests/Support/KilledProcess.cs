using System.Diagnostics;

namespace PolicyBot.Tests.Support;

/// <summary>A process that does not outlive its test, however that ends.</summary>
internal sealed class KilledProcess(Process process) : IDisposable
{
    public Process Process { get; } = process;

    public void Dispose()
    {
        Process.Kill();
        Process.Dispose();
    }
}
