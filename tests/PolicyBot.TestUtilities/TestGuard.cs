namespace PolicyBot.TestUtilities;

/// <summary>Ends tests that wait for something that doesn't happen.</summary>
public static class TestGuard
{
    /// <summary>How long a test waits for anything, in real time, before it fails.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(30);
}
