using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching.Semantic;

namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// Builds the semantic index of a curated set when it is first needed: question entries first, then unanswerable ones,
/// then withheld ones, as <see cref="Answerer"/> numbers them. Thread-safe.
/// </summary>
/// <param name="set">The set.</param>
/// <param name="vectors">The vectors of its texts; several providers may share them.</param>
internal sealed class SemanticIndexProvider(KnowledgeSet set, VectorStore vectors)
{
    // The first, hand-written phrasings define an entry's meaning; encoding a bulk of further ones would take minutes.
    private const int MaxPhrasings = 12;

    private readonly Lock _sync = vectors.Sync;
    private VectorStore? _vectors = vectors;
    private volatile SemanticIndex? _index;

    /// <summary>
    /// Gets the index; the first call builds it, which takes about five milliseconds per text missing from the store.
    /// </summary>
    /// <param name="cancellationToken">Stops the encoding; a later call continues with what has been encoded.</param>
    public SemanticIndex GetIndex(CancellationToken cancellationToken)
    {
        if (_index is { } index) return index;
        lock (_sync)
        {
            if (_index is not null) return _index;
            index = Build(_vectors!, cancellationToken);
            // The index has copied what it needs.
            _vectors = null;
            return _index = index;
        }
    }

    private SemanticIndex Build(VectorStore store, CancellationToken cancellationToken)
    {
        var sentences = set.Article.Sentences;
        var entries = new List<SemanticEntry>();
        foreach (var question in set.Questions) entries.Add(ToEntry(question, question.Evidence));
        foreach (var unanswerable in set.Unanswerable) entries.Add(ToEntry(unanswerable, [unanswerable.Nearest]));
        // Their answers were where the article has changed.
        List<Passage> changed = [.. sentences.Where(s => set.IsChanged([s]))];
        foreach (var withheld in set.Withheld) entries.Add(ToEntry(withheld, changed));
        return SemanticIndex.Create(entries, [.. sentences.Select(s => s.Text)], store, cancellationToken);

        // Questions reach the encoder without trailing punctuation, and so do the phrasings.
        SemanticEntry ToEntry(Entry entry, IReadOnlyList<Passage> evidence) => new(
            [.. entry.Phrasings.Take(MaxPhrasings).Prepend(entry.Question).Select(p => p.TrimEnd('?', '!', '.', ' '))],
            [
                .. Enumerable.Range(0, sentences.Count)
                    .Where(i => evidence.Any(e => e.Span.Overlaps(sentences[i].Span))),
            ]);
    }
}
