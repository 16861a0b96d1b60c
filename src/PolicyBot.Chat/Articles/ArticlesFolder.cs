using System.Globalization;
using System.Text;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Diagnostics;
using PolicyBot.Knowledge.Evaluation;

namespace PolicyBot.Chat.Articles;

/// <summary>
/// The folder with the articles: one folder for each, with <c>article.md</c>, and optionally <c>knowledge.yaml</c> and
/// <c>phrasings.txt</c>.
/// </summary>
/// <param name="path">The folder; it need not exist.</param>
/// <param name="currentFolder">Paths of articles are relative to this folder.</param>
public sealed class ArticlesFolder(string path, string currentFolder)
{
    private const string VersionsFolder = "versions";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The full path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path, currentFolder);

    /// <summary>Returns the name of the article in a folder: the folder's own name.</summary>
    /// <param name="article">The name or the path of the folder.</param>
    public static string GetName(string article) =>
        System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(article));

    /// <summary>Lists the names of the articles, in order. Names that start with a dot are ignored.</summary>
    public IReadOnlyList<string> ListNames() => Directory.Exists(Path)
        ?
        [
            .. Directory.GetDirectories(Path).Select(d => GetName(d)).Where(n => n[0] != '.')
                .Order(StringComparer.Ordinal),
        ]
        : [];

    /// <summary>Reads an article.</summary>
    /// <param name="article">The name of an article in this folder, or the path of another folder.</param>
    /// <param name="marked">What happens to the parts of its set that are marked with <c>review:</c>.</param>
    public ReadResult Read(string article, MarkedEntryHandling marked = MarkedEntryHandling.Withheld)
    {
        var folder = Locate(article);
        if (!Directory.Exists(folder)) return new ReadResult.Invalid([CreateMissingFolder(folder)]);
        var problems = new List<Diagnostic>();
        var text = ReadText(System.IO.Path.Combine(folder, SetFileNames.Article), problems);
        var phrasingsPath = System.IO.Path.Combine(folder, SetFileNames.Phrasings);
        var phrasings = File.Exists(phrasingsPath) ? ReadText(phrasingsPath, problems) : null;
        var knowledgePath = System.IO.Path.Combine(folder, SetFileNames.Knowledge);
        // An article needs no prepared questions; phrasings without questions are a sign that the file was lost.
        var knowledge = phrasings is not null || File.Exists(knowledgePath) ? ReadText(knowledgePath, problems) : null;
        var earlier = ReadEarlierVersions(System.IO.Path.Combine(folder, VersionsFolder), problems);
        if (text is null || problems.Count > 0) return new ReadResult.Invalid(problems);
        return KnowledgeReader.Read(GetName(folder), text, knowledge, phrasings, marked, earlier);
    }

    /// <summary>Reads the file with an article's text.</summary>
    /// <param name="article">The name of an article in this folder, or the path of another folder.</param>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public byte[] ReadArticle(string article) =>
        File.ReadAllBytes(System.IO.Path.Combine(Locate(article), SetFileNames.Article));

    /// <summary>Reads an article's evaluation questions; none if it has no such file.</summary>
    /// <param name="article">The name of an article in this folder, or the path of another folder.</param>
    /// <param name="set">The article's set, which the questions name entries of.</param>
    /// <param name="problems">Why they can't be used; empty if they can.</param>
    public IReadOnlyList<EvaluationQuestion> ReadEvaluation(
        string article, KnowledgeSet set, out IReadOnlyList<Diagnostic> problems)
    {
        var found = new List<Diagnostic>();
        problems = found;
        var path = System.IO.Path.Combine(Locate(article), SetFileNames.Evaluation);
        if (!File.Exists(path) || ReadText(path, found) is not { } file) return [];
        var questions = EvaluationFile.Read(file, set, out problems);
        return problems.Count == 0 ? questions : [];
    }

    /// <summary>Reads two versions of an article, and its set, which may rest on both.</summary>
    /// <param name="old">The path of the old version: a folder with an article, or a file.</param>
    /// <param name="current">The path of the new version.</param>
    /// <param name="article">The article whose set it is, if neither version has one next to it.</param>
    /// <returns>The old version without a set, and the new one with it.</returns>
    public (ReadResult Old, ReadResult Current) ReadVersions(string old, string current, string article)
    {
        var problems = new List<Diagnostic>();
        var (oldFile, currentFile) = (LocateVersion(old), LocateVersion(current));
        var folder = new[] { currentFile, oldFile }.Select(f => System.IO.Path.GetDirectoryName(f)!)
            .FirstOrDefault(f => File.Exists(System.IO.Path.Combine(f, SetFileNames.Knowledge))) ?? Locate(article);
        var (oldText, text) = (ReadText(oldFile, problems), ReadText(currentFile, problems));
        var knowledge = ReadText(System.IO.Path.Combine(folder, SetFileNames.Knowledge), problems);
        var phrasingsPath = System.IO.Path.Combine(folder, SetFileNames.Phrasings);
        var phrasings = File.Exists(phrasingsPath) ? ReadText(phrasingsPath, problems) : null;
        if (oldText is null || text is null || problems.Count > 0)
            return (new ReadResult.Invalid(problems), new ReadResult.Invalid(problems));
        var name = GetName(folder);
        return (
            KnowledgeReader.Read(name, oldText, null),
            KnowledgeReader.Read(name, text, knowledge, phrasings, MarkedEntryHandling.Included, [oldText]));
    }

    /// <summary>
    /// Reads the title of an article, without the files about it; null if <c>article.md</c> is missing or invalid.
    /// </summary>
    /// <param name="article">The name of an article in this folder, or the path of another folder.</param>
    public string? ReadTitle(string article)
    {
        var text = ReadText(System.IO.Path.Combine(Locate(article), SetFileNames.Article), []);
        return text is not null && KnowledgeReader.Read(GetName(article), text, null, null) is ReadResult.Valid(var set)
            ? set.Article.Title
            : null;
    }

    /// <summary>
    /// Returns the full path of an article's folder, which need not exist. A name takes precedence over a path, so
    /// that the shipped name means the same wherever the program is started.
    /// </summary>
    /// <param name="article">The name of an article in this folder, or the path of another folder.</param>
    public string Locate(string article)
    {
        var other = System.IO.Path.GetFullPath(article, currentFolder);
        if (article is "." or ".." || article.AsSpan().ContainsAny('/', '\\')) return other;
        var named = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, article));
        return Directory.Exists(other) && !Directory.Exists(named) ? other : named;
    }

    private string LocateVersion(string path)
    {
        var full = System.IO.Path.GetFullPath(path, currentFolder);
        return Directory.Exists(full) ? System.IO.Path.Combine(full, SetFileNames.Article) : full;
    }

    // The latest first. A folder of versions is named by its date.
    private List<KnowledgeFile> ReadEarlierVersions(string versions, List<Diagnostic> problems)
    {
        var earlier = new List<KnowledgeFile>();
        if (!Directory.Exists(versions)) return earlier;
        foreach (var file in Directory.GetFiles(versions, "*.md").Order(StringComparer.Ordinal))
        {
            problems.Add(new Diagnostic(
                Shorten(file), 1, null, "A version needs its own folder.",
                $"Move it to {VersionsFolder}/DATE/{SetFileNames.Article}; DATE is the day until which it was served, "
                + "such as 2026-03-01."));
        }

        foreach (var folder in Directory.GetDirectories(versions).OrderDescending(StringComparer.Ordinal))
        {
            var isDate = DateOnly.TryParseExact(
                GetName(folder), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
            if (!isDate)
            {
                problems.Add(new Diagnostic(
                    Shorten(folder), 1, null, "The folder's name isn't a date.",
                    "Name it by the day until which this version was served, such as 2026-03-01."));
            }
            else if (ReadText(System.IO.Path.Combine(folder, SetFileNames.Article), problems) is { } file)
            {
                earlier.Add(file);
            }
        }

        return earlier;
    }

    private Diagnostic CreateMissingFolder(string folder)
    {
        var names = ListNames() is { Count: > 0 } all ? string.Join(", ", all) : "none";
        return new Diagnostic(
            Shorten(folder), 1, null, "There is no such folder.",
            $"Choose one with --article: a path, or one of {Shorten(Path)}: {names}.");
    }

    private KnowledgeFile? ReadText(string path, List<Diagnostic> problems)
    {
        var shown = Shorten(path);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(new Diagnostic(
                shown, 1, null, "The file is missing.", "Add it, or choose another article with --article."));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Diagnostic(
                shown, 1, null, $"The file can't be read ({e.Message.TrimEnd('.')}).",
                "Give this user permission to read it."));
            return null;
        }

        try
        {
            return new KnowledgeFile(shown, Utf8.GetString(bytes).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n');
            problems.Add(new Diagnostic(shown, line, null, "The file is not UTF-8.", "Save it as UTF-8."));
            return null;
        }
    }

    // Relative if it lies in the current folder.
    private string Shorten(string full)
    {
        var relative = System.IO.Path.GetRelativePath(currentFolder, full);
        return relative.StartsWith("..", StringComparison.Ordinal)
            ? System.IO.Path.GetFullPath(full, currentFolder)
            : relative;
    }
}
