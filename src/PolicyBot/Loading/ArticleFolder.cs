using System.Text;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Loading;

/// <summary>Finds an article's folder and reads what is in it.</summary>
internal static class ArticleFolder
{
    private const string ArticleFile = "article.md";
    private const string KnowledgeFileName = "knowledge.yaml";
    private const string PhrasingsFile = "phrasings.txt";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads an article.</summary>
    /// <param name="article">The name of a folder in <c>config/articles</c>, or the path of one.</param>
    /// <param name="surroundings">Where to look.</param>
    public static ReadResult Read(string article, AppPaths surroundings)
    {
        var folder = Locate(article, surroundings);
        if (!Directory.Exists(folder)) return new ReadResult.Invalid([NoFolder(folder, surroundings)]);
        var faults = new List<Diagnostic>();
        var text = ReadText(Path.Combine(folder, ArticleFile), surroundings, faults);
        var phrasingsPath = Path.Combine(folder, PhrasingsFile);
        var phrasings = File.Exists(phrasingsPath) ? ReadText(phrasingsPath, surroundings, faults) : null;
        var knowledgePath = Path.Combine(folder, KnowledgeFileName);
        // An article needs no prepared questions; phrasings without questions are a sign that the file was lost.
        var knowledge =
            phrasings is not null || File.Exists(knowledgePath) ? ReadText(knowledgePath, surroundings, faults) : null;
        if (text is null || faults.Count > 0) return new ReadResult.Invalid(faults);
        return KnowledgeReader.Read(NameOf(folder), text, knowledge, phrasings);
    }

    /// <summary>What an article is called that is named by the name or the path of a folder.</summary>
    public static string NameOf(string article) => Path.GetFileName(Path.TrimEndingDirectorySeparator(article));

    /// <summary>The names of the folders in <c>config/articles</c>, in order.</summary>
    public static IReadOnlyList<string> Names(AppPaths surroundings)
    {
        var articles = Path.Combine(surroundings.ConfigFolder ?? "config", "articles");
        return Directory.Exists(articles) ? [.. Directory.GetDirectories(articles).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)] : [];
    }

    private static Diagnostic NoFolder(string folder, AppPaths surroundings)
    {
        var names = Names(surroundings) is { Count: > 0 } all ? string.Join(", ", all) : "none";
        return new Diagnostic(surroundings.Shown(folder), 1, null, "There is no such folder.", $"Name one with --article, or one of config/articles: {names}.");
    }

    /// <summary>The full path of an article's folder, which need not be there.</summary>
    /// <param name="article">The name of a folder in <c>config/articles</c>, or the path of one.</param>
    /// <param name="surroundings">Where to look.</param>
    // A name goes before a path, so that what the shipped name means does not hang on where the program is started.
    public static string Locate(string article, AppPaths surroundings)
    {
        var path = Path.GetFullPath(article, surroundings.CurrentFolder);
        if (article is "." or ".." || article.AsSpan().ContainsAny('/', '\\')) return path;
        var config = surroundings.ConfigFolder ?? Path.Combine(surroundings.CurrentFolder, "config");
        var named = Path.GetFullPath(Path.Combine(config, "articles", article));
        return Directory.Exists(path) && !Directory.Exists(named) ? path : named;
    }

    private static KnowledgeFile? ReadText(string path, AppPaths surroundings, List<Diagnostic> faults)
    {
        var shown = surroundings.Shown(path);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            faults.Add(new Diagnostic(shown, 1, null, "The file is not there.", "Put it there, or name another article with --article."));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Diagnostic(shown, 1, null, $"The file cannot be read ({e.Message.TrimEnd('.')}).", "Let this user read it."));
            return null;
        }

        try
        {
            return new KnowledgeFile(shown, Utf8.GetString(bytes).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n');
            faults.Add(new Diagnostic(shown, line, null, "The file is not UTF-8.", "Save it as UTF-8."));
            return null;
        }
    }
}
