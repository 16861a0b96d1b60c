namespace PolicyBot.Tests.Support;

/// <summary>A folder that goes when the test is done.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("policybot-test-").FullName;

    public void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        var full = Path.Combine(FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(FullName, path));

    /// <summary>The names of the files and folders in a folder, in order.</summary>
    public IReadOnlyList<string> List(string path) =>
    [
        .. Directory.GetFileSystemEntries(Path.Combine(FullName, path)).Select(p => Path.GetFileName(p))
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
