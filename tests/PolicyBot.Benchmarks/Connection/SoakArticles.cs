using System.Globalization;

namespace PolicyBot.Benchmarks.Connection;

/// <summary>A copy of the published program's articles, which is written again while the bot serves them.</summary>
internal sealed class SoakArticles
{
    private const string Article = "facebook-encryption";
    private const string Line = "publication:";

    private readonly string _source;
    private readonly string _target;

    /// <summary>Copies the articles.</summary>
    /// <param name="executable">The program as published.</param>
    /// <param name="folder">The folder to copy them to.</param>
    public SoakArticles(string executable, string folder)
    {
        var program = Path.GetDirectoryName(Path.GetFullPath(executable))!;
        (_source, _target) = (Path.Combine(program, "config", "articles", Article), Path.Combine(folder, Article));
        Folder = folder;
        Directory.CreateDirectory(_target);
        Write(null);
    }

    /// <summary>The folder with the copy.</summary>
    public string Folder { get; }

    /// <summary>Writes all files of the article again.</summary>
    /// <param name="number">The number of the swap.</param>
    /// <returns>What <c>/article</c> shows from then on, and didn't before.</returns>
    public string Rewrite(int number)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"edition {number}.");
        Write(mark);
        return mark;
    }

    private void Write(string? mark)
    {
        foreach (var file in Directory.GetFiles(_source))
        {
            var target = Path.Combine(_target, Path.GetFileName(file));
            var isArticle = Path.GetFileName(file) == "article.md";
            if (!isArticle || mark is null) File.Copy(file, target, overwrite: true);
            else File.WriteAllLines(target, File.ReadLines(file).Select(l => AddMark(l, mark)).ToList());
        }
    }

    private static string AddMark(string line, string mark) =>
        line.StartsWith(Line, StringComparison.Ordinal) ? $"{line}; {mark}" : line;
}
