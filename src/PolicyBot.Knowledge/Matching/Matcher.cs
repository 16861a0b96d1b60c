using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>
/// Scores how close a question is to each entry: one sparse linear layer over words, bigrams, pairs, thesaurus groups
/// and character n-grams, learned from the phrasings only. Deterministic; thread-safe if each thread has its own
/// <see cref="Scratch"/>.
/// </summary>
internal sealed class Matcher
{
    private readonly MatcherOptions _options;
    private readonly LinearLayer _layer;

    /// <summary>Creates a matcher from what a trainer learned.</summary>
    /// <param name="options">The options that the layer was trained with.</param>
    /// <param name="vocabulary">The vocabulary of the set.</param>
    /// <param name="layer">The weights.</param>
    /// <param name="entries">The number of entries.</param>
    public Matcher(MatcherOptions options, Vocabulary vocabulary, LinearLayer layer, int entries) =>
        (_options, Vocabulary, _layer, Entries) = (options, vocabulary, layer, entries);

    public Vocabulary Vocabulary { get; }

    /// <summary>The number of entries.</summary>
    public int Entries { get; }

    /// <summary>
    /// Scores every entry for a question: about 1 for an entry's own phrasings, below 0 for unrelated questions.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="scratch">Receives the words and scores.</param>
    /// <param name="corrections">Where corrections of spelling are noted, or null.</param>
    public void Score(
        string question, Scratch scratch, List<(string Asked, string Read)>? corrections = null)
    {
        var repaired = Read(question, scratch, corrections);
        scratch.ClearScores(Entries);
        var doubtful = 0;
        foreach (ref readonly var token in scratch.Words.Tokens)
        {
            if (token.IsDoubtful) doubtful++;
        }

        var doubt = (repaired * _options.CorrectionPenalty) + (doubtful * _options.DoubtfulPenalty);
        ScoreTokens(scratch.Words.Tokens, doubt, scratch);
    }

    /// <summary>
    /// Gets a question with typos corrected and without links, mentions, emoji and formatting; English words stay as
    /// typed. Afterwards, the scratch has the same words as after <see cref="Score"/>.
    /// </summary>
    public string GetCorrectedText(string question, Scratch scratch)
    {
        Read(question, scratch, null);
        return scratch.Words.GetCorrectedText(question);
    }

    // Reads the words as the set knows them, and returns how many were repaired.
    private int Read(string question, Scratch scratch, List<(string Asked, string Read)>? corrections)
    {
        scratch.Read(question);
        var repaired = Vocabulary.Resolve(scratch.Words, corrections);
        ClauseWord.ApplyKeys(scratch.Words, scratch.Clause);
        return repaired;
    }

    private void ScoreTokens(ReadOnlySpan<Token> tokens, float doubt, Scratch scratch)
    {
        var sink = scratch.Features;
        sink.Clear();
        FeatureExtractor.AddWordFeatures(tokens, _options, sink);
        var norm = _layer.Accumulate(sink.Items, scratch.Scores);
        sink.Clear();
        FeatureExtractor.AddGroupPairs(tokens, _options, sink);
        foreach (var token in tokens)
        {
            if (token.Kind >= TokenKind.Synonym) continue;
            var word = scratch.Words.GetText(token);
            if (_layer.AccumulateWord(Hash.Compute(word, 's'), scratch.Scores, ref norm)) continue;
            FeatureExtractor.AddGrams(word, _options, sink);
        }

        norm += _layer.Accumulate(sink.Items, scratch.Scores) + (doubt * _layer.UnknownSquare);
        var scale = 1f / MathF.Sqrt(norm + 1e-9f);
        foreach (ref var score in scratch.Scores) score *= scale;
    }
}
