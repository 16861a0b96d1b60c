using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching.Semantic;

namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// What of a curated set the semantic layer compares questions with: question entries first, then unanswerable ones.
/// Its index is built when it
/// is first needed. Safe for many threads.
/// </summary>
/// <param name="set">The set.</param>
/// <param name="vectors">The vectors of its texts; used by nobody else meanwhile.</param>
internal sealed class SemanticIndexProvider(KnowledgeSet set, VectorStore vectors)
{
    // A question reaches the encoder without the marks at its end, and so do the phrasings.
    // What a person writes by hand says what an entry means; the bulk of many phrasings teaches words only, and would
    // take minutes to encode.
    private const int MaxPhrasings = 12;

    private readonly Lock _sync = new();
    private VectorStore? _vectors = vectors;
    private volatile SemanticIndex? _index;

    /// <summary>
    /// The index; the first call builds it, which takes about five milliseconds for each text that the store lacks.
    /// </summary>
    /// <param name="cancellationToken">
    /// Stops the encoding; a later call begins again, with what is encoded by then.
    /// </param>
    public SemanticIndex GetIndex(CancellationToken cancellationToken)
    {
        if (_index is { } index) return index;
        lock (_sync)
        {
            if (_index is not null) return _index;
            index = Build(_vectors!, cancellationToken);
            // The index holds what it needs of them.
            _vectors = null;
            return _index = index;
        }
    }

    private SemanticIndex Build(VectorStore store, CancellationToken cancellationToken)
    {
        var sentences = set.Article.Sentences;
        var entries = new List<SemanticEntry>();
        foreach (var question in set.Questions) entries.Add(ToEntry(question, question.Evidence));
        foreach (var unanswered in set.Unanswerable) entries.Add(ToEntry(unanswered, [unanswered.Nearest]));
        return SemanticIndex.Create(entries, [.. sentences.Select(s => s.Text)], store, cancellationToken);

        SemanticEntry ToEntry(Entry entry, IReadOnlyList<Passage> evidence) => new(
            [.. entry.Phrasings.Take(MaxPhrasings).Prepend(entry.Question).Select(p => p.TrimEnd('?', '!', '.', ' '))],
            [.. Enumerable.Range(0, sentences.Count).Where(i => evidence.Any(e => e.Span.Start < sentences[i].Span.End && sentences[i].Span.Start < e.Span.End))]);
    }
}
