namespace PolicyBot.CommandLine;

/// <summary>
/// A file that is written under another name in its folder, then renamed, so that nothing half-written remains.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;

    private OutputFile(string path, bool isPrivate)
    {
        _path = path;
        _temporary = Path.Combine(
            Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Stream = new FileStream(_temporary, options);
    }

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    /// <summary>Creates the file under its temporary name.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="isPrivate">Whether only its owner may read it.</param>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file can't be written.</exception>
    public static OutputFile Create(string path, bool isPrivate) => new(path, isPrivate);

    /// <summary>Writes a whole file.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="content">The content.</param>
    /// <param name="overwrite">Whether an existing file is replaced.</param>
    /// <exception cref="IOException">The file can't be written, or exists.</exception>
    /// <exception cref="UnauthorizedAccessException">The file can't be written.</exception>
    public static void Write(string path, byte[] content, bool overwrite)
    {
        using var file = Create(path, isPrivate: false);
        file.Stream.Write(content);
        file.Complete(overwrite);
    }

    /// <summary>Gives the file its name. Without this, it is deleted.</summary>
    /// <param name="overwrite">Whether an existing file is replaced.</param>
    /// <exception cref="IOException">The file can't be written, or exists.</exception>
    public void Complete(bool overwrite)
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(_temporary, _path, overwrite);
    }

    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(_temporary);
    }
}
