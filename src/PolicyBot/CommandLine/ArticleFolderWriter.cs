using System.Text;

namespace PolicyBot.CommandLine;

/// <summary>
/// Writes the files of an article folder: first a whole folder next to its place, which is then renamed, so that a
/// crash or a full disk leaves nothing half-written.
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
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        var temporary = GetSibling(folder);
        try
        {
            Directory.CreateDirectory(temporary);
            WriteAll(temporary, files);
            Directory.Move(temporary, folder);
        }
        finally
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        }
    }

    // The new folder is complete before it takes the old one's place, which is restored if that fails.
    private static void Replace(
        string folder, IReadOnlyList<(string Name, string Text)> files, IEnumerable<string> retired)
    {
        folder = Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder;
        var (temporary, former) = (GetSibling(folder), GetSibling(folder));
        try
        {
            Copy(folder, temporary);
            foreach (var path in files.Select(f => f.Name).Concat(retired).Select(n => Path.Combine(temporary, n)))
            {
                if (File.Exists(path)) File.Move(path, path + Backup, overwrite: true);
            }

            WriteAll(temporary, files);
            Directory.Move(folder, former);
            try
            {
                Directory.Move(temporary, folder);
            }
            catch
            {
                Directory.Move(former, folder);
                throw;
            }
        }
        finally
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        }

        Directory.Delete(former, recursive: true);
    }

    private static void WriteAll(string folder, IEnumerable<(string Name, string Text)> files)
    {
        foreach (var (name, text) in files) File.WriteAllText(Path.Combine(folder, name), text, Utf8);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var inner in Directory.GetDirectories(from)) Copy(inner, Path.Combine(to, Path.GetFileName(inner)));
    }

    // Hidden, so that it is no article.
    private static string GetSibling(string folder) => Path.Combine(
        Path.GetDirectoryName(folder)!, $".{Path.GetFileName(folder)}.{Guid.NewGuid():N}{Temporary}");
}
