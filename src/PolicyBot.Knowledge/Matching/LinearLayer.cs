using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>
/// The weights of features for entries; for a word seen in training, the rows of all its n-grams are summed in one row.
/// </summary>
internal sealed class LinearLayer
{
    /// <summary>The features' ids.</summary>
    public required HashIndex Features { get; init; }

    /// <summary>One row per feature, multiplied by the feature's own value.</summary>
    public required SparseRows FeatureRows { get; init; }

    /// <summary>The square of each feature's value.</summary>
    public required float[] FeatureSquares { get; init; }

    /// <summary>The ids of whole words.</summary>
    public required HashIndex Words { get; init; }

    /// <summary>One row per word.</summary>
    public required SparseRows WordRows { get; init; }

    /// <summary>The sum of the squared values of each word's n-grams.</summary>
    public required float[] WordSquares { get; init; }

    /// <summary>What an unknown feature of weight 1 adds to the squared length of a question.</summary>
    public required float UnknownSquare { get; init; }

    /// <summary>
    /// Adds the rows of <paramref name="items"/> to the scores and returns the squared length of the items.
    /// </summary>
    public float Accumulate(ReadOnlySpan<(ulong Key, float Weight)> items, Span<float> scores)
    {
        var square = 0f;
        foreach (var (key, weight) in items)
        {
            var id = Features.Find(key);
            if (id < 0)
            {
                square += weight * weight * UnknownSquare;
                continue;
            }

            square += FeatureSquares[id];
            FeatureRows.AddTo(id, scores);
        }

        return square;
    }

    /// <summary>Adds the row of a whole word, if training saw it.</summary>
    public bool AccumulateWord(ulong word, Span<float> scores, ref float square)
    {
        var id = Words.Find(word);
        if (id < 0) return false;
        square += WordSquares[id];
        WordRows.AddTo(id, scores);
        return true;
    }
}
