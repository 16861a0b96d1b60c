namespace PolicyBot.IntegrationTests.Support;

/// <summary>A folder for the bot's data. It exists until the end of the test.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("policybot-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
