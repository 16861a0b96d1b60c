namespace PolicyBot.IntegrationTests.Support;

/// <summary>A folder for the bot's data. It exists until the end of the test.</summary>
internal sealed class DataFolder : IDisposable
{
    private const int MaxAttempts = 100;

    public string Path { get; } = Directory.CreateTempSubdirectory("policybot-").FullName;

    public void Dispose()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (IOException) when (attempt < MaxAttempts && Directory.Exists(Path))
            {
                // A reading of settings that nobody waits for any more may have created a file of the database.
                Thread.Yield();
            }
        }
    }
}
