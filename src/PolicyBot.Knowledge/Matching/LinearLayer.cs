using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>Weights of features for entries, in sparse rows; a word that training saw has the rows of all its runs of letters summed in one.</summary>
internal sealed class LinearLayer
{
    private readonly HashIndex features;
    private readonly HashIndex words;
    private readonly Row[] rows;

    /// <param name="features">The features' ids.</param>
    /// <param name="words">The ids of whole words; their rows follow the features' rows.</param>
    /// <param name="rows">A row a feature, then a row a word.</param>
    /// <param name="unknownSquare">What an unknown feature of weight 1 adds to the squared length of a question.</param>
    public LinearLayer(HashIndex features, HashIndex words, Row[] rows, float unknownSquare) =>
        (this.features, this.words, this.rows, UnknownSquare) = (features, words, rows, unknownSquare);

    /// <summary>What an unknown feature of weight 1 adds to the squared length of a question.</summary>
    public float UnknownSquare { get; }

    /// <summary>Adds the rows of <paramref name="items"/> to the scores and returns the squared length of the items.</summary>
    public float Accumulate(ReadOnlySpan<(ulong Key, float Weight)> items, Span<float> scores)
    {
        var norm = 0f;
        foreach (var (key, weight) in items)
        {
            var id = features.Find(key);
            if (id < 0)
            {
                norm += weight * weight * UnknownSquare;
                continue;
            }

            ref readonly var row = ref rows[id];
            norm += row.Square;
            row.AddTo(scores);
        }

        return norm;
    }

    /// <summary>Adds the row of a whole word, if training saw it.</summary>
    public bool AccumulateWord(ulong word, Span<float> scores, ref float norm)
    {
        var id = words.Find(word);
        if (id < 0) return false;
        ref readonly var row = ref rows[features.Count + id];
        norm += row.Square;
        row.AddTo(scores);
        return true;
    }

    /// <summary>One feature's weights.</summary>
    /// <param name="Entries">Entries' numbers.</param>
    /// <param name="Weights">A weight each, the feature's own value multiplied in.</param>
    /// <param name="Square">The square of the feature's value.</param>
    internal readonly record struct Row(int[] Entries, float[] Weights, float Square)
    {
        public void AddTo(Span<float> scores)
        {
            for (var i = 0; i < Entries.Length; i++) scores[Entries[i]] += Weights[i];
        }
    }
}
