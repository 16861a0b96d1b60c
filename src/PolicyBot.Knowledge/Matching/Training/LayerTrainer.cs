using PolicyBot.Knowledge.Threading;

namespace PolicyBot.Knowledge.Matching.Training;

/// <summary>
/// Trains a <see cref="LinearLayer"/>: for each entry a support vector machine against the others, plus a share of the
/// entry's mean.
/// </summary>
internal static class LayerTrainer
{
    public static LinearLayer Train(TrainingSet set, Vocabulary vocabulary, MatcherOptions options)
    {
        var corpus = new Corpus(set, vocabulary, options);
        var negatives = new NegativeSampler(corpus, options.MaxNegatives);
        var weights = new (int[] Features, float[] Weights)[corpus.Entries];
        LowPriorityThreads.ForEach(
            weights,
            () => new float[corpus.Features.Count],
            (entry, dense) =>
            {
                Array.Clear(dense);
                weights[entry] = TrainEntry(corpus, negatives.Select(entry, dense), entry, dense, options);
            },
            CancellationToken.None);
        return RowBuilder.Build(corpus, weights, options);
    }

    private static (int[] Features, float[] Weights) TrainEntry(
        Corpus corpus, int[] chosen, int entry, float[] dense, MatcherOptions options)
    {
        LinearSvm.Train(corpus.Examples, chosen, corpus.ExampleEntries, entry, dense, options);
        AddMean(corpus, entry, dense, options.CentroidShare);
        var count = 0;
        foreach (var w in dense)
        {
            if (MathF.Abs(w) > RowBuilder.Negligible) count++;
        }

        var (features, weights) = (new int[count], new float[count]);
        for (int i = 0, at = 0; at < count; i++)
        {
            if (MathF.Abs(dense[i]) > RowBuilder.Negligible) (features[at], weights[at++]) = (i, dense[i]);
        }

        return (features, weights);
    }

    private static void AddMean(Corpus corpus, int entry, float[] dense, float share)
    {
        var (from, to) = corpus.GetExamples(entry);
        if (share == 0f || from == to) return;
        // The mean of unit vectors, scaled to unit length.
        var sum = new Dictionary<int, float>();
        for (var i = from; i < to; i++)
        {
            var x = corpus.Examples[i];
            for (var k = 0; k < x.Ids.Length; k++) sum[x.Ids[k]] = sum.GetValueOrDefault(x.Ids[k]) + x.Values[k];
        }

        var scale = share / MathF.Sqrt(sum.Values.Sum(v => v * v));
        foreach (var (id, value) in sum) dense[id] += value * scale;
    }
}
