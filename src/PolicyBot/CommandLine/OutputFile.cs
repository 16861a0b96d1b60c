namespace PolicyBot.CommandLine;

/// <summary>Writes a file so that nothing half-written remains, whatever happens.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file under another name in its folder, then renames it.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="content">The content.</param>
    /// <param name="overwrite">Whether an existing file is replaced.</param>
    /// <exception cref="IOException">The file can't be written, or exists.</exception>
    /// <exception cref="UnauthorizedAccessException">The file can't be written.</exception>
    public static void Write(string path, byte[] content, bool overwrite)
    {
        var name = $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}";
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, name);
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
