using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>
/// Scores how near a question is to each entry: one sparse linear layer over words, neighbours, pairs, thesaurus groups and runs of letters,
/// learnt from the phrasings alone. Deterministic; safe for many threads, each with its own <see cref="Scratch"/>.
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

    /// <summary>How many entries there are.</summary>
    public int Entries { get; }

    /// <summary>Reads a question and scores every entry; its own phrasings score about 1, what has nothing to do with an entry below 0.</summary>
    /// <param name="question">The question.</param>
    /// <param name="scratch">Where words and scores are left.</param>
    /// <param name="corrections">Where corrections of spelling are noted, or null.</param>
    public void Score(ReadOnlySpan<char> question, Scratch scratch, List<(string Asked, string Read)>? corrections = null)
    {
        scratch.Words.Read(question);
        (scratch.AskedRole, scratch.AsksNumber) =
            (AskedRoleReader.Read(scratch.Words), AskedRoleReader.AsksNumber(scratch.Words));
        ClauseWord.ReadForms(scratch.Words, scratch.Clause);
        var repaired = Vocabulary.Resolve(scratch.Words, corrections);
        ClauseWord.ApplyKeys(scratch.Words, scratch.Clause);
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
    /// A question with its typing errors corrected and without links, mentions, emoji and formatting; words that are
    /// English as they are typed stay. The words in the scratch are those that <see cref="Score"/> leaves there.
    /// </summary>
    public string GetCorrectedText(string question, Scratch scratch)
    {
        scratch.Words.Read(question);
        Vocabulary.Resolve(scratch.Words);
        return scratch.Words.GetCorrectedText(question);
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
