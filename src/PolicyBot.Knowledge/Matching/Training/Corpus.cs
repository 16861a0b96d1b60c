using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching.Training;

/// <summary>The phrasings of a set as unit vectors, those of one entry side by side, with the features and how rare each is.</summary>
internal sealed class Corpus
{
    // About so many features come new with each phrasing; a guess that spares growing.
    private const int FeaturesPerPhrasing = 12;

    private readonly int[] firstExample;
    private readonly List<int> entriesWith = [];
    private readonly List<int> lastEntryWith = [];
    private readonly List<int> read = [];

    public Corpus(TrainingSet set, Vocabulary vocabulary, MatcherOptions options)
    {
        Entries = set.Phrasings.Count;
        firstExample = new int[Entries + 1];
        for (var e = 0; e < Entries; e++) firstExample[e + 1] = firstExample[e] + set.Phrasings[e].Count;
        EntryOf = new int[firstExample[Entries]];
        Examples = new SparseVector[EntryOf.Length];
        Features = new HashIndex(EntryOf.Length * FeaturesPerPhrasing);

        var raw = new (int[] Ids, float[] Weights)[EntryOf.Length];
        var words = new QuestionWords();
        var sink = new FeatureSink();
        for (var e = 0; e < Entries; e++)
        {
            for (var p = 0; p < set.Phrasings[e].Count; p++)
            {
                words.Read(set.Phrasings[e][p]);
                vocabulary.Resolve(words);
                var at = firstExample[e] + p;
                EntryOf[at] = e;
                raw[at] = Read(words, e, options, sink);
            }
        }

        Rarity = new float[Features.Count];
        for (var f = 0; f < Rarity.Length; f++) Rarity[f] = MathF.Pow(MathF.Log(1f + ((float)Entries / entriesWith[f])), options.RarityPower);
        MaxRarity = MathF.Pow(MathF.Log(1f + Entries), options.RarityPower);
        for (var i = 0; i < raw.Length; i++) Examples[i] = ToUnit(raw[i].Ids, raw[i].Weights);
    }

    public int Entries { get; }

    public HashIndex Features { get; }

    /// <summary>The words seen, by their characters, with the features of their letters.</summary>
    public HashIndex Words { get; } = new(4096);

    public List<int[]> GramsOfWord { get; } = [];

    /// <summary>Each feature's weight in its group.</summary>
    public List<float> Weight { get; } = [];

    public float[] Rarity { get; }

    public float MaxRarity { get; }

    public SparseVector[] Examples { get; }

    public int[] EntryOf { get; }

    public (int From, int To) ExamplesOf(int entry) => (firstExample[entry], firstExample[entry + 1]);

    private (int[] Ids, float[] Weights) Read(QuestionWords words, int entry, MatcherOptions options, FeatureSink sink)
    {
        sink.Clear();
        FeatureExtractor.AddWordFeatures(words.Tokens, options, sink);
        FeatureExtractor.AddGroupPairs(words.Tokens, options, sink);
        var ids = read;
        ids.Clear();
        Register(sink, entry, ids);
        foreach (var token in words.Tokens)
        {
            if (token.Kind >= TokenKind.Synonym) continue;
            var word = words.TextOf(token);
            var id = Words.Add(Hash.Of(word, 's'));
            if (id == GramsOfWord.Count)
            {
                sink.Clear();
                FeatureExtractor.AddGrams(word, options, sink);
                var grams = new List<int>(sink.Items.Length);
                Register(sink, entry, grams);
                GramsOfWord.Add([.. grams]);
            }
            else
            {
                foreach (var gram in GramsOfWord[id]) Count(gram, entry);
            }

            ids.AddRange(GramsOfWord[id]);
        }

        var array = ids.ToArray();
        Array.Sort(array);
        return Distinct(array);
    }

    private void Register(FeatureSink sink, int entry, List<int> ids)
    {
        foreach (var (key, weight) in sink.Items)
        {
            var id = Features.Add(key);
            if (id == Weight.Count)
            {
                Weight.Add(weight);
                entriesWith.Add(0);
                lastEntryWith.Add(-1);
            }

            Count(id, entry);
            ids.Add(id);
        }
    }

    private void Count(int feature, int entry)
    {
        if (lastEntryWith[feature] == entry) return;
        lastEntryWith[feature] = entry;
        entriesWith[feature]++;
    }

    private (int[] Ids, float[] Weights) Distinct(int[] sorted)
    {
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1]) count++;
        }

        var (ids, weights) = (new int[count], new float[count]);
        var at = -1;
        foreach (var id in sorted)
        {
            if (at < 0 || ids[at] != id) ids[++at] = id;
            weights[at] += Weight[id];
        }

        return (ids, weights);
    }

    private SparseVector ToUnit(int[] ids, float[] weights)
    {
        var square = 0f;
        for (var i = 0; i < ids.Length; i++)
        {
            // A feature that comes twice counts twice in the score and by two squares in the length, as it does when a question is scored.
            var value = Weight[ids[i]] * Rarity[ids[i]];
            square += value * value * (weights[i] / Weight[ids[i]]);
            weights[i] *= Rarity[ids[i]];
        }

        var scale = 1f / MathF.Sqrt(square + 1e-9f);
        for (var i = 0; i < ids.Length; i++) weights[i] *= scale;
        return new SparseVector(ids, weights);
    }
}
