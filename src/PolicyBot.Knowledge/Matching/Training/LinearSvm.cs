namespace PolicyBot.Knowledge.Matching.Training;

/// <summary>
/// A linear support vector machine, one class against the rest, by dual coordinate descent (Hsieh et al., "A dual
/// coordinate descent method for large-scale linear SVM", ICML 2008, algorithm 3 with squared hinge loss).
/// </summary>
internal static class LinearSvm
{
    /// <summary>
    /// Trains one class. The learned bias is dropped: without it, entries with few and with many phrasings compare
    /// fairly.
    /// </summary>
    /// <param name="examples">All examples.</param>
    /// <param name="chosen">The indexes of the examples to use, in the order of visits.</param>
    /// <param name="exampleEntries">The class of each example.</param>
    /// <param name="entry">The class to train.</param>
    /// <param name="weights">Receives one weight per feature; must be zero.</param>
    /// <param name="options">The costs and the number of passes.</param>
    public static void Train(
        SparseVector[] examples,
        ReadOnlySpan<int> chosen,
        int[] exampleEntries,
        int entry,
        float[] weights,
        MatcherOptions options)
    {
        var n = chosen.Length;
        var alpha = new float[n];
        var active = new int[n];
        for (var i = 0; i < n; i++) active[i] = i;
        var bias = 0f;
        var activeCount = n;
        for (var pass = 0; pass < options.Passes; pass++)
        {
            var kept = 0;
            for (var a = 0; a < activeCount; a++)
            {
                var i = active[a];
                var x = examples[chosen[i]];
                var positive = exampleEntries[chosen[i]] == entry;
                var y = positive ? 1f : -1f;
                var diagonal = 0.5f / (options.Cost * (positive ? options.PositiveCost : 1f));
                var gradient = (y * (x.Dot(weights) + bias)) - 1f + (diagonal * alpha[i]);
                // An example with a clear margin and no weight is skipped from the next pass on.
                if (alpha[i] == 0f && gradient > 0f)
                {
                    if (gradient < 0.3f || pass == 0) active[kept++] = i;
                    continue;
                }

                active[kept++] = i;
                var next = Math.Max(0f, alpha[i] - (gradient / (x.SquaredNorm + 1f + diagonal)));
                var change = (next - alpha[i]) * y;
                alpha[i] = next;
                if (change == 0f) continue;
                x.AddTo(weights, change);
                bias += change;
            }

            activeCount = kept;
        }
    }
}
