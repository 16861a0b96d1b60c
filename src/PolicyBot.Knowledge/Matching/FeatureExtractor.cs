using PolicyBot.Knowledge.Matching.Text;
using PolicyBot.Knowledge.Matching.Training;

namespace PolicyBot.Knowledge.Matching;

/// <summary>Names the features of a resolved question: words, neighbours, pairs that stand near each other, and the letters of each word.</summary>
internal static class FeatureExtractor
{
    private static readonly ulong Edge = Hash.Of("", 'e');

    /// <summary>Appends the features of words, neighbours and pairs.</summary>
    public static void AddWordFeatures(ReadOnlySpan<Token> tokens, TrainingOptions options, FeatureSink sink)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var key = tokens[i].Key;
            sink.Add(key, options.WordWeight);
            sink.Add(Hash.Pair(i == 0 ? Edge : tokens[i - 1].Key, key, 'b'), options.BigramWeight);
            for (var j = i + 2; j < tokens.Length && j <= i + options.PairWindow; j++)
            {
                var other = tokens[j].Key;
                sink.Add(key < other ? Hash.Pair(key, other, 'p') : Hash.Pair(other, key, 'p'), options.PairWeight);
            }
        }

        if (tokens.Length > 0) sink.Add(Hash.Pair(tokens[^1].Key, Edge, 'b'), options.BigramWeight);
    }

    /// <summary>Appends the runs of letters of one word, its edges marked.</summary>
    public static void AddGrams(ReadOnlySpan<char> word, TrainingOptions options, FeatureSink sink)
    {
        Span<char> marked = stackalloc char[QuestionWords.MaxWordLength + 2];
        marked[0] = '^';
        word.CopyTo(marked[1..]);
        marked[word.Length + 1] = '$';
        marked = marked[..(word.Length + 2)];
        for (var n = options.MinGram; n <= options.MaxGram; n++)
        {
            for (var i = 0; i + n <= marked.Length; i++) sink.Add(Hash.Of(marked.Slice(i, n), 'g'), options.GramWeight);
        }
    }
}
