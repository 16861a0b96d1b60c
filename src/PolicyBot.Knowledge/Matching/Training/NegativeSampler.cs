namespace PolicyBot.Knowledge.Matching.Training;

/// <summary>
/// Chooses the phrasings that an entry is trained against: the most similar ones, because the rest teach it nothing.
/// Phrasings are compared with the sum of the entry's own by their rarer features, through an inverted index.
/// </summary>
internal sealed class NegativeSampler
{
    private const int MaxPosting = 150;
    private const int Buckets = 512;

    private readonly Corpus _corpus;
    private readonly int _most;
    private readonly int[] _order;
    private readonly int[] _starts = [];
    private readonly int[] _examples = [];
    private readonly float[] _values = [];

    public NegativeSampler(Corpus corpus, int most)
    {
        (_corpus, _most) = (corpus, most);
        _order = [.. Enumerable.Range(0, corpus.Examples.Length)];
        // Any fixed order works; phrasings grouped by entry would slow down the descent.
        new Random(1).Shuffle(_order);
        if (_order.Length <= most) return;

        _starts = new int[corpus.Features.Count + 1];
        foreach (var x in corpus.Examples)
        {
            foreach (var f in x.Ids) _starts[f + 1]++;
        }

        for (var f = 0; f < corpus.Features.Count; f++) _starts[f + 1] += _starts[f];
        (_examples, _values) = (new int[_starts[^1]], new float[_starts[^1]]);
        var next = _starts.AsSpan(0, corpus.Features.Count).ToArray();
        for (var i = 0; i < corpus.Examples.Length; i++)
        {
            var x = corpus.Examples[i];
            for (var k = 0; k < x.Ids.Length; k++)
            {
                var at = next[x.Ids[k]]++;
                (_examples[at], _values[at]) = (i, x.Values[k]);
            }
        }
    }

    /// <summary>Selects the phrasings for one entry, including its own, in the order of training.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="dense">A buffer of one value per feature; zero before and after.</param>
    public int[] Select(int entry, float[] dense)
    {
        if (_order.Length <= _most) return _order;
        var similarity = MeasureSimilarity(entry, dense);
        var (from, to) = _corpus.GetExamples(entry);
        similarity.AsSpan(from, to - from).Fill(float.MaxValue);
        var least = FindThreshold(similarity);
        return Array.FindAll(_order, i => similarity[i] >= least && similarity[i] > 0f);
    }

    private float[] MeasureSimilarity(int entry, float[] dense)
    {
        var similarity = new float[_corpus.Examples.Length];
        var (from, to) = _corpus.GetExamples(entry);
        for (var i = from; i < to; i++) _corpus.Examples[i].AddTo(dense, 1f);
        for (var i = from; i < to; i++)
        {
            foreach (var f in _corpus.Examples[i].Ids)
            {
                var sum = dense[f];
                dense[f] = 0f;
                // Very common features don't distinguish phrasings.
                if (sum == 0f || _starts[f + 1] - _starts[f] > MaxPosting) continue;
                for (var at = _starts[f]; at < _starts[f + 1]; at++) similarity[_examples[at]] += sum * _values[at];
            }
        }

        return similarity;
    }

    // The similarity that about the wanted number reaches, with a precision of 1/512 of the highest.
    private float FindThreshold(float[] similarity)
    {
        var highest = 0f;
        foreach (var value in similarity)
        {
            if (value > highest && value < float.MaxValue) highest = value;
        }

        if (highest == 0f) return 0f;
        Span<int> counts = stackalloc int[Buckets + 1];
        foreach (var value in similarity) counts[(int)(Math.Min(1f, value / highest) * Buckets)]++;
        var bucket = Buckets;
        for (var taken = counts[bucket]; bucket > 0 && taken < _most; taken += counts[bucket]) bucket--;
        return highest * bucket / Buckets;
    }
}
