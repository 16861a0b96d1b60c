namespace PolicyBot.Knowledge.Matching.Training;

/// <summary>Turns weights by entry into rows by feature.</summary>
internal static class RowBuilder
{
    /// <summary>A weight nearer to 0 than this changes no ranking and is left out.</summary>
    public const float Negligible = 0.004f;

    public static LinearLayer Build(Corpus corpus, (int[] Features, float[] Weights)[] byEntry, MatcherOptions options)
    {
        var counts = new int[corpus.Features.Count];
        foreach (var (features, _) in byEntry)
        {
            foreach (var f in features) counts[f]++;
        }

        var rows = new LinearLayer.Row[corpus.Features.Count + corpus.Words.Count];
        for (var f = 0; f < counts.Length; f++)
        {
            var value = corpus.Weight[f] * corpus.Rarity[f];
            rows[f] = new LinearLayer.Row(new int[counts[f]], new float[counts[f]], value * value);
        }

        Array.Clear(counts);
        for (var entry = 0; entry < byEntry.Length; entry++)
        {
            var (features, weights) = byEntry[entry];
            for (var i = 0; i < features.Length; i++)
            {
                var f = features[i];
                var at = counts[f]++;
                rows[f].Entries[at] = entry;
                rows[f].Weights[at] = weights[i] * corpus.Weight[f] * corpus.Rarity[f];
            }
        }

        for (var f = 0; f < counts.Length; f++) rows[f] = Strongest(rows[f], options.MaxRow);
        SumWords(corpus, rows, options);
        return new LinearLayer(corpus.Features, corpus.Words, rows, corpus.MaxRarity * corpus.MaxRarity * options.UnknownWeight * options.UnknownWeight);
    }

    private static void SumWords(Corpus corpus, LinearLayer.Row[] rows, MatcherOptions options)
    {
        var sum = new float[corpus.Entries];
        var touched = new List<int>();
        for (var word = 0; word < corpus.GramsOfWord.Count; word++)
        {
            var square = 0f;
            foreach (var gram in corpus.GramsOfWord[word])
            {
                var row = rows[gram];
                square += row.Square;
                for (var i = 0; i < row.Entries.Length; i++)
                {
                    if (sum[row.Entries[i]] == 0f) touched.Add(row.Entries[i]);
                    sum[row.Entries[i]] += row.Weights[i];
                }
            }

            touched.Sort();
            int[] entries = [.. touched.Distinct().Where(e => MathF.Abs(sum[e]) > Negligible)];
            float[] weights = [.. entries.Select(e => sum[e])];
            foreach (var e in touched) sum[e] = 0f;
            touched.Clear();
            rows[corpus.Features.Count + word] = Strongest(new LinearLayer.Row(entries, weights, square), options.MaxRow);
        }
    }

    private static LinearLayer.Row Strongest(LinearLayer.Row row, int most)
    {
        if (row.Entries.Length <= most) return row;
        var order = Enumerable.Range(0, row.Entries.Length).OrderByDescending(i => MathF.Abs(row.Weights[i])).ThenBy(i => row.Entries[i]).Take(most).Order().ToArray();
        return row with { Entries = [.. order.Select(i => row.Entries[i])], Weights = [.. order.Select(i => row.Weights[i])] };
    }
}
