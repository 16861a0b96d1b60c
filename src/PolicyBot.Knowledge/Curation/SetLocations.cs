using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation;

/// <summary>
/// The locations of a set's parts in its files, for diagnostics. A part that was not read from a file, such as in a
/// changed copy of a set, is located on the first line.
/// </summary>
public sealed class SetLocations
{
    private readonly Dictionary<string, AskedLines> _asked = new(StringComparer.Ordinal);
    private readonly Dictionary<Statement, int> _statements = new(ReferenceEqualityComparer.Instance);
    private readonly string _article;
    private readonly string _knowledge;
    private readonly string _phrasings;

    internal SetLocations(string article, string knowledge, string phrasings) =>
        (_article, _knowledge, _phrasings) = (article, knowledge, phrasings);

    /// <summary>The locations of a set that was not read from files.</summary>
    public static SetLocations None { get; } =
        new(SetFileNames.Article, SetFileNames.Knowledge, SetFileNames.Phrasings);

    /// <summary>The file line of each line of the article's body; empty if unknown.</summary>
    internal IReadOnlyList<int> BodyLines { get; set; } = [];

    /// <summary>Gets the location of an entry's canonical question.</summary>
    /// <param name="entry">The entry.</param>
    public Location GetQuestion(Entry entry) =>
        new(_knowledge, _asked.TryGetValue(entry.Id, out var lines) ? lines.Question : 1);

    /// <summary>Gets the location of a phrasing.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="index">The phrasing's index in the entry, from 0.</param>
    public Location GetPhrasing(Entry entry, int index)
    {
        if (!_asked.TryGetValue(entry.Id, out var lines) || index >= lines.Phrasings.Length) return GetQuestion(entry);
        return new Location(index < lines.InKnowledge ? _knowledge : _phrasings, lines.Phrasings[index]);
    }

    /// <summary>Gets the location of a sentence that the bot says.</summary>
    /// <param name="statement">The sentence.</param>
    public Location GetStatement(Statement statement) => new(_knowledge, _statements.GetValueOrDefault(statement, 1));

    /// <summary>Gets the location of a piece of the article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="span">The piece.</param>
    public Location GetPassage(Article article, TextSpan span)
    {
        var line = article.Body.AsSpan(0, Math.Clamp(span.Start, 0, article.Body.Length)).Count('\n');
        return new Location(_article, line < BodyLines.Count ? BodyLines[line] : 1);
    }

    internal void Add(Statement statement, int line) => _statements[statement] = line;

    /// <summary>Records an entry.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="question">The line of its question.</param>
    /// <param name="phrasings">The line of each phrasing.</param>
    /// <param name="inKnowledge">The number of them in knowledge.yaml; the others are in phrasings.txt.</param>
    internal void Add(string id, int question, int[] phrasings, int inKnowledge) =>
        _asked[id] = new AskedLines(question, phrasings, inKnowledge);

    private readonly record struct AskedLines(int Question, int[] Phrasings, int InKnowledge);
}
