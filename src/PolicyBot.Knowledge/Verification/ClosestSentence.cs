using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Verification;

/// <summary>Finds the sentence of an article that shares the most telling words with a text.</summary>
internal sealed class ClosestSentence
{
    private readonly List<(Passage Sentence, HashSet<ulong> Stems)> _sentences;
    private readonly Dictionary<ulong, int> _frequencies = [];
    private readonly HashSet<string> _grammar = new(EnglishWords.Grammar, StringComparer.OrdinalIgnoreCase);

    public ClosestSentence(Article article)
    {
        _sentences = [.. article.Sentences.Select(s => (s, StemsOf(s.Text)))];
        foreach (var stem in _sentences.SelectMany(s => s.Stems))
            _frequencies[stem] = _frequencies.GetValueOrDefault(stem) + 1;
    }

    /// <summary>Finds the sentence, or null if none shares a word other than grammar.</summary>
    public Passage? Find(string text)
    {
        var stems = StemsOf(text);
        var best = _sentences.Select(s => (s.Sentence, Score: Score(s.Stems, stems))).MaxBy(s => s.Score);
        return best.Score > 0 ? best.Sentence : null;
    }

    private double Score(HashSet<ulong> sentence, HashSet<ulong> text) =>
        sentence.Where(text.Contains).Sum(s => 1.0 / _frequencies[s]) / Math.Sqrt(sentence.Count + 1);

    private HashSet<ulong> StemsOf(string text) =>
    [
        .. VerbatimTokenizer.Split(text).Where(t => t.IsWord && !_grammar.Contains(t.Text))
            .Select(t => Stems.GetKey(t.Text.ToLowerInvariant())),
    ];
}
