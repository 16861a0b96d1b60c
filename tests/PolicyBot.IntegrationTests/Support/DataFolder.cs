namespace PolicyBot.IntegrationTests.Support;

/// <summary>A folder of a test's own, in which the bot keeps its data; it outlives the bot, not the test.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("policybot-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
