using System.Globalization;
using System.Text;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Articles;

/// <summary>Tells whether the files of an article have changed, without reading them.</summary>
internal static class ArticleFiles
{
    // Earlier versions are in subfolders.
    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 3,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = true,
    };

    /// <summary>
    /// Returns a text that changes whenever a file that the article is read from does: names, lengths and times.
    /// Links are followed, because mounted volumes often replace a link rather than a file.
    /// </summary>
    /// <param name="folder">The article's folder.</param>
    /// <returns>Null if there is no such folder.</returns>
    public static string? GetStamp(string folder)
    {
        try
        {
            if (!Directory.Exists(folder)) return null;
            var stamp = new StringBuilder();
            foreach (var path in Directory.EnumerateFiles(folder, "*", Everywhere).Order(StringComparer.Ordinal))
            {
                if (!IsRead(path)) continue;
                var file = new FileInfo(path);
                if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
                    file = target;
                var (length, time) = file.Exists ? (file.Length, file.LastWriteTimeUtc.Ticks) : (-1, 0);
                stamp.Append(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(folder, path)}|{length}|{time}\n");
            }

            return stamp.ToString();
        }
        catch (DirectoryNotFoundException)
        {
            // It was deleted meanwhile.
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reading the article says what is wrong; it changes when that does.
            return e.Message;
        }
    }

    // Not the labeled questions and the vectors: nothing is answered differently because of them.
    private static bool IsRead(string path) =>
        Path.GetExtension(path) is ".md" or ".yaml" || Path.GetFileName(path) == SetFileNames.Phrasings;
}
