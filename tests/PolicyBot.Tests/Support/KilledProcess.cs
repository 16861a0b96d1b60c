using System.Diagnostics;

namespace PolicyBot.Tests.Support;

/// <summary>A process that does not outlive its test, however that ends.</summary>
internal sealed class KilledProcess(Process process) : IDisposable
{
    public Process Process { get; } = process;

    public void Dispose()
    {
        Process.Kill();
        // Till then it may still write.
        Process.WaitForExit();
        Process.Dispose();
    }
}
