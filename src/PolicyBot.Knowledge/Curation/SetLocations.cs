using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation;

/// <summary>
/// Where the parts of a set are in its files, for diagnostics. A part that was not read from the files, as in a changed
/// copy of a set, is said
/// to be on the first line.
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

    /// <summary>Those of a set that was read from no file.</summary>
    public static SetLocations None { get; } = new("article.md", "knowledge.yaml", "phrasings.txt");

    /// <summary>The file line of each line of the article's body; empty if it is unknown.</summary>
    internal IReadOnlyList<int> BodyLines { get; set; } = [];

    /// <summary>Where an entry's canonical question is.</summary>
    /// <param name="entry">The entry.</param>
    public Location GetQuestion(Entry entry) =>
        new(_knowledge, _asked.TryGetValue(entry.Id, out var lines) ? lines.Question : 1);

    /// <summary>Where a phrasing is.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="index">The phrasing's place among those of the entry, from 0.</param>
    public Location GetPhrasing(Entry entry, int index)
    {
        if (!_asked.TryGetValue(entry.Id, out var lines) || index >= lines.Phrasings.Length) return GetQuestion(entry);
        return new Location(index < lines.InKnowledge ? _knowledge : _phrasings, lines.Phrasings[index]);
    }

    /// <summary>Where a sentence that the bot says is.</summary>
    /// <param name="statement">The sentence.</param>
    public Location GetStatement(Statement statement) => new(_knowledge, _statements.GetValueOrDefault(statement, 1));

    /// <summary>Where a piece of the article begins.</summary>
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
    /// <param name="inKnowledge">How many of them are in knowledge.yaml; the others are in phrasings.txt.</param>
    internal void Add(string id, int question, int[] phrasings, int inKnowledge) =>
        _asked[id] = new AskedLines(question, phrasings, inKnowledge);

    private readonly record struct AskedLines(int Question, int[] Phrasings, int InKnowledge);
}
