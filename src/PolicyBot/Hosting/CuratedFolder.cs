using PolicyBot.ConsoleChat;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Hosting;

/// <summary>The folder of an article, for commands that read or write its files.</summary>
/// <param name="FullPath">The folder.</param>
/// <param name="Set">The article with its set.</param>
/// <param name="Terminal">The input and output of the program.</param>
/// <param name="CurrentFolder">Paths that users give are relative to this folder.</param>
internal sealed record CuratedFolder(string FullPath, KnowledgeSet Set, Terminal Terminal, string CurrentFolder)
{
    /// <summary>The full path of knowledge.yaml, which need not exist.</summary>
    public string KnowledgeFile => Path.Combine(FullPath, SetFileNames.Knowledge);

    /// <summary>
    /// Says that parts of the set are withheld, so that a copy of what was read would lose them; null if none is.
    /// </summary>
    public string? FindWithheld() => Set.Evidence.Any(e => e.IsWithheld)
        ? $"{Set.Name} has answers that rest on an earlier version of the article and would be lost."
        : null;

    /// <summary>Returns a path as messages show it: relative if it lies in the current folder.</summary>
    public string Shorten(string path)
    {
        var full = Path.GetFullPath(path, CurrentFolder);
        var relative = Path.GetRelativePath(CurrentFolder, full);
        return relative.StartsWith("..", StringComparison.Ordinal) ? full : relative;
    }
}
