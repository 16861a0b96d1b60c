namespace PolicyBot.CommandLine;

/// <summary>Writes files so that nothing half-written remains, whatever happens.</summary>
internal static class OutputFiles
{
    /// <summary>
    /// Writes files: each first under another name in its folder, then all renamed. If one can't be written, none is
    /// replaced.
    /// </summary>
    /// <param name="files">The full paths and contents.</param>
    /// <param name="overwrite">Whether existing files are replaced.</param>
    /// <exception cref="IOException">A file can't be written, or exists.</exception>
    /// <exception cref="UnauthorizedAccessException">A file can't be written.</exception>
    public static void Write(IReadOnlyList<(string Path, byte[] Content)> files, bool overwrite)
    {
        var temporary = new List<string>();
        try
        {
            foreach (var (path, content) in files)
            {
                var name = $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}";
                var written = Path.Combine(Path.GetDirectoryName(path)!, name);
                temporary.Add(written);
                File.WriteAllBytes(written, content);
            }

            for (var i = 0; i < files.Count; i++) File.Move(temporary[i], files[i].Path, overwrite);
        }
        finally
        {
            foreach (var path in temporary) File.Delete(path);
        }
    }
}
