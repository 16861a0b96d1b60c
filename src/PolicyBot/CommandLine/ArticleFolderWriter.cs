using System.Text;

namespace PolicyBot.CommandLine;

/// <summary>
/// Writes the files of an article folder: first to temporary names next to their places, then renamed, so that a crash
/// or a full disk leaves nothing half-written.
/// </summary>
internal static class ArticleFolderWriter
{
    private const string Backup = ".bak";
    private const string Temporary = ".tmp";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether a folder has one of some files.</summary>
    public static bool HasAny(string folder, IEnumerable<string> names) =>
        names.Any(n => File.Exists(Path.Combine(folder, n)));

    /// <summary>Writes the files. Files of the same names, and those to retire, are kept with “.bak” added.</summary>
    /// <param name="folder">The folder; created if it does not exist.</param>
    /// <param name="files">The names and texts.</param>
    /// <param name="retired">The names of files that don't fit the new ones.</param>
    /// <exception cref="IOException">A file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file can't be written.</exception>
    public static void Write(
        string folder, IReadOnlyList<(string Name, string Text)> files, IEnumerable<string> retired)
    {
        if (Directory.Exists(folder)) Replace(folder, files, retired);
        else Create(folder, files);
    }

    private static void Create(string folder, IReadOnlyList<(string Name, string Text)> files)
    {
        var parent = Path.GetDirectoryName(folder)!;
        Directory.CreateDirectory(parent);
        var temporary = Path.Combine(parent, $".{Path.GetFileName(folder)}.{Guid.NewGuid():N}{Temporary}");
        try
        {
            Directory.CreateDirectory(temporary);
            foreach (var (name, text) in files) File.WriteAllText(Path.Combine(temporary, name), text, Utf8);
            Directory.Move(temporary, folder);
        }
        finally
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        }
    }

    private static void Replace(
        string folder, IReadOnlyList<(string Name, string Text)> files, IEnumerable<string> retired)
    {
        var written = new List<(string Temporary, string Path)>();
        try
        {
            foreach (var (name, text) in files)
            {
                var path = Path.Combine(folder, name);
                var temporary = $"{path}.{Guid.NewGuid():N}{Temporary}";
                written.Add((temporary, path));
                File.WriteAllText(temporary, text, Utf8);
            }

            foreach (var path in written.Select(w => w.Path).Concat(retired.Select(r => Path.Combine(folder, r))))
            {
                if (File.Exists(path)) File.Move(path, path + Backup, overwrite: true);
            }

            foreach (var (temporary, path) in written) File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            foreach (var (temporary, _) in written) File.Delete(temporary);
        }
    }
}
