using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>
/// The weights of features for entries; for a word seen in training, the rows of all its n-grams are summed in one row.
/// </summary>
internal sealed class LinearLayer
{
    // As many features are looked up before their rows are added, so that the processor can wait for several at once.
    private const int Batch = 64;

    /// <summary>The features' ids.</summary>
    public required HashIndex Features { get; init; }

    /// <summary>One row per feature, multiplied by the feature's own value, with the square of that value.</summary>
    public required WeightRows FeatureRows { get; init; }

    /// <summary>The ids of whole words.</summary>
    public required HashIndex Words { get; init; }

    /// <summary>One row per word, with the sum of the squared values of its n-grams.</summary>
    public required WeightRows WordRows { get; init; }

    /// <summary>What an unknown feature of weight 1 adds to the squared length of a question.</summary>
    public required float UnknownSquare { get; init; }

    /// <summary>
    /// Adds the rows of <paramref name="items"/> to the scores and returns the squared length of the items.
    /// </summary>
    public float Accumulate(ReadOnlySpan<(ulong Key, float Weight)> items, Span<float> scores)
    {
        var square = 0f;
        Span<int> ids = stackalloc int[Batch];
        for (; !items.IsEmpty; items = items[Math.Min(Batch, items.Length)..])
        {
            var batch = items[..Math.Min(Batch, items.Length)];
            for (var i = 0; i < batch.Length; i++) ids[i] = Features.Find(batch[i].Key);
            for (var i = 0; i < batch.Length; i++)
            {
                var weight = batch[i].Weight;
                square += ids[i] < 0 ? weight * weight * UnknownSquare : FeatureRows.AddTo(ids[i], scores);
            }
        }

        return square;
    }

    /// <summary>Adds the row of a whole word, if training saw it.</summary>
    public bool AccumulateWord(ulong word, Span<float> scores, ref float square)
    {
        var id = Words.Find(word);
        if (id < 0) return false;
        square += WordRows.AddTo(id, scores);
        return true;
    }
}
