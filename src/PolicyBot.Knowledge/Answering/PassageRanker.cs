using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// Ranks the article's sentences by the words they share with a question; rare words count more, long sentences less
/// (BM25).
/// </summary>
internal sealed class PassageRanker
{
    private const float Saturation = 1.2f;
    private const float LengthShare = 0.5f;

    private readonly IReadOnlyList<Passage> _sentences;
    private readonly Dictionary<ulong, List<(int Sentence, int Count)>> _postings = [];
    private readonly int[] _lengths;
    private readonly float _meanLength;

    public PassageRanker(IReadOnlyList<Passage> sentences, Vocabulary vocabulary, QuestionTokenizer reader)
    {
        _sentences = sentences;
        _lengths = new int[sentences.Count];
        for (var s = 0; s < sentences.Count; s++)
        {
            reader.Read(sentences[s].Text);
            vocabulary.Resolve(reader);
            foreach (var group in reader.Tokens.ToArray().Where(t => t.Kind != TokenKind.Grammar).GroupBy(t => t.Key))
            {
                if (!_postings.TryGetValue(group.Key, out var list)) _postings[group.Key] = list = [];
                list.Add((s, group.Count()));
                _lengths[s] += group.Count();
            }
        }

        _meanLength = _lengths.Length == 0 ? 1 : Math.Max(1, (float)_lengths.Average());
    }

    /// <summary>Finds the sentences that share words with the question, best first.</summary>
    /// <param name="question">The resolved words of the question.</param>
    public IReadOnlyList<Passage> Find(ReadOnlySpan<Token> question)
    {
        var scores = new float[_sentences.Count];
        foreach (var token in question)
        {
            if (!_postings.TryGetValue(token.Key, out var list)) continue;
            var rarity = MathF.Log(1f + ((_sentences.Count - list.Count + 0.5f) / (list.Count + 0.5f)));
            foreach (var (sentence, count) in list)
            {
                var length = 1f - LengthShare + (LengthShare * _lengths[sentence] / _meanLength);
                scores[sentence] += rarity * count * (Saturation + 1f) / (count + (Saturation * length));
            }
        }

        var ranked = Enumerable.Range(0, scores.Length).Where(s => scores[s] > 0f).OrderByDescending(s => scores[s]);
        return [.. ranked.Select(s => _sentences[s])];
    }
}
