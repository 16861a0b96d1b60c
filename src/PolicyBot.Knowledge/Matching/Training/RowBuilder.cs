namespace PolicyBot.Knowledge.Matching.Training;

/// <summary>Converts weights by entry into rows by feature and by word.</summary>
internal static class RowBuilder
{
    /// <summary>Weights closer to 0 change no ranking and are dropped.</summary>
    public const float Negligible = 0.015f;

    public static LinearLayer Build(Corpus corpus, (int[] Features, float[] Weights)[] byEntry, MatcherOptions options)
    {
        var values = new float[corpus.Features.Count];
        for (var f = 0; f < values.Length; f++) values[f] = corpus.Weight[f] * corpus.Rarity[f];
        var rows = KeepStrongest(Transpose(byEntry, values), values.Length, options.MaxRow);
        var (wordRows, wordSquares) = SumWords(corpus, rows, values, options.MaxRow);
        return new LinearLayer
        {
            Features = corpus.Features,
            FeatureRows = new WeightRows(rows, [.. values.Select(v => v * v)], corpus.Entries),
            Words = corpus.Words,
            WordRows = new WeightRows(wordRows, wordSquares, corpus.Entries),
            UnknownSquare = corpus.MaxRarity * corpus.MaxRarity * options.UnknownWeight * options.UnknownWeight,
        };
    }

    private static SparseRows Transpose((int[] Features, float[] Weights)[] byEntry, float[] values)
    {
        var starts = new int[values.Length + 1];
        foreach (var (features, _) in byEntry)
        {
            foreach (var f in features) starts[f + 1]++;
        }

        for (var f = 0; f < values.Length; f++) starts[f + 1] += starts[f];
        var (entries, weights, next) = (new int[starts[^1]], new float[starts[^1]], starts[..^1]);
        for (var entry = 0; entry < byEntry.Length; entry++)
        {
            var (features, own) = byEntry[entry];
            for (var i = 0; i < features.Length; i++)
            {
                var at = next[features[i]]++;
                (entries[at], weights[at]) = (entry, own[i] * values[features[i]]);
            }
        }

        return new SparseRows(starts, entries, weights);
    }

    private static (SparseRows Rows, float[] Squares) SumWords(Corpus corpus, SparseRows rows, float[] values, int most)
    {
        var sum = new float[corpus.Entries];
        var squares = new float[corpus.WordGrams.Count];
        var starts = new int[squares.Length + 1];
        var (entries, weights) = (new List<int>(), new List<float>());
        for (var word = 0; word < squares.Length; word++)
        {
            foreach (var gram in corpus.WordGrams[word])
            {
                squares[word] += values[gram] * values[gram];
                rows.AddTo(gram, sum);
            }

            for (var entry = 0; entry < sum.Length; entry++)
            {
                if (MathF.Abs(sum[entry]) > Negligible)
                {
                    entries.Add(entry);
                    weights.Add(sum[entry]);
                }
            }

            starts[word + 1] = entries.Count;
            Array.Clear(sum);
        }

        return (KeepStrongest(new SparseRows(starts, [.. entries], [.. weights]), squares.Length, most), squares);
    }

    // In a large set, a common feature has weights for very many entries; only the largest are kept.
    private static SparseRows KeepStrongest(SparseRows rows, int count, int most)
    {
        var starts = new int[count + 1];
        for (var row = 0; row < count; row++)
            starts[row + 1] = starts[row] + Math.Min(most, rows.GetEntries(row).Length);
        if (count == 0 || Enumerable.Range(0, count).All(r => rows.GetEntries(r).Length <= most)) return rows;
        var (entries, weights) = (new int[starts[^1]], new float[starts[^1]]);
        for (var row = 0; row < count; row++)
        {
            var (from, what) = (rows.GetEntries(row).ToArray(), rows.GetWeights(row).ToArray());
            var kept = Enumerable.Range(0, from.Length);
            if (from.Length > most)
                kept = kept.OrderByDescending(i => MathF.Abs(what[i])).ThenBy(i => from[i]).Take(most).Order();
            var at = starts[row];
            foreach (var i in kept) (entries[at], weights[at++]) = (from[i], what[i]);
        }

        return new SparseRows(starts, entries, weights);
    }
}
