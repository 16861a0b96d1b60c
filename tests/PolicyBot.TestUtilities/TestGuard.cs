namespace PolicyBot.TestUtilities;

/// <summary>Keeps a test that waits in vain from waiting forever.</summary>
public static class TestGuard
{
    /// <summary>How long a test waits for anything, in real time, before it fails.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(30);
}
